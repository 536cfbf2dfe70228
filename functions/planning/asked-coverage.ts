import type { CoverageQuery } from '../../shared/api/coverage-query.ts';
import { DomainError, type FieldError } from '../../shared/api/problem.ts';
import { ANNOUNCED_HOLIDAYS } from '../../shared/calendar/announced-holidays.ts';
import { localDateOf } from '../../shared/calendar/shanghai-time.ts';
import { askedRadius } from '../../shared/coverage/asked-radius.ts';
import type { CoverageWarning } from '../../shared/coverage/coverage-answer.ts';
import type { CoverageClass } from '../../shared/coverage/coverage-class.ts';
import { dataDatesOf } from '../../shared/coverage/data-dates.ts';
import { facilityMargin } from '../../shared/coverage/facility-margin.ts';
import type { LayerDemand } from '../../shared/coverage/layer-demand.ts';
import { type Facility, facilityOf, openFacilities } from '../../shared/coverage/open-facilities.ts';
import { countLostChanges, facilitiesOfScenario, scenarioOf } from '../../shared/coverage/scenario.ts';
import type { ScenarioChange } from '../../shared/coverage/scenario-change.ts';
import type { StandardsOfClass } from '../../shared/coverage/standard.ts';
import { STANDARDS, standardsOf } from '../../shared/coverage/standards.ts';
import { inputWarnings } from '../../shared/coverage/warnings.ts';
import { DETOUR_FACTOR } from '../../shared/geo/distance.ts';
import { getScenario } from '../store/scenarios.ts';
import { type CoverageInputs, demandOf, nameOf, readInputs } from './coverage-inputs.ts';
import { type FillOf, networkFill } from './network-fill.ts';
import { requireNear } from './require-near.ts';

/** What is asked, whoever asks: of one class or of all. */
export type Asked = Omit<CoverageQuery, 'class' | 'scenario'> & {
  scenario?: string | undefined;
  changes?: readonly ScenarioChange[] | undefined;
};

/** What is known before anything is reckoned: the inputs, what counts of them, and a name for all of it. */
export type AskedCoverage = {
  inputs: CoverageInputs;
  asked: Asked;
  /** What is otherwise than it is: the scenario's changes, or those that are asked with. */
  changes: readonly ScenarioChange[];
  mode: 'circle' | 'network';
  /** How fields are filled along streets, where that is asked and there are any. */
  fill: FillOf | undefined;
  detour: number;
  facilities: Facility[];
  /** Those whose hours nobody knows, so that they do not count. */
  unknown: Facility[];
  /** Whose people were counted, and where. */
  people: LayerDemand;
  dataDates: Record<string, string>;
  warnings: CoverageWarning[];
  /** The same name, the same answer. */
  name: string;
  standardsOf(coverageClass: CoverageClass): StandardsOfClass;
  radiusOf(coverageClass: CoverageClass): number;
};

/** What a release brings along: an answer that a browser kept from the one before may not hold any more. */
const publishedName = nameOf([ANNOUNCED_HOLIDAYS, STANDARDS]);

/** Loads what an answer is made of. Throws `not_found`, and `invalid_request` for a question that cannot be answered. */
export const askedCoverage = async (
  code: string,
  asked: Asked,
  now: Date,
  from: FieldError['in'] = 'query',
): Promise<AskedCoverage> => {
  const [inputs, changes] = await Promise.all([
    readInputs(code, ({ standards }) => facilityMargin(asked, standards)),
    changesOf(code, asked),
  ]);
  requireNear(inputs.subdistrict, asked.changes ?? []);
  const fill = asked.mode === 'network' && inputs.network ? await networkFill(inputs.network) : undefined;
  const mode = fill ? 'network' : 'circle';
  const detour = mode === 'network' ? 1 : (asked.detour ?? DETOUR_FACTOR);
  const moment = asked.at === undefined ? undefined : new Date(asked.at);
  const places = inputs.places.map(facilityOf);
  const present = facilitiesOfScenario(places, scenarioOf(changes));
  const { open, unknown } = moment
    ? openFacilities(present, moment, ANNOUNCED_HOLIDAYS)
    : { open: present, unknown: [] };
  const people = demandOf(inputs, asked.demand);
  const { network, groundName, placesName, own, placesChangedAt } = inputs;
  const reckoned = {
    areas: inputs.areas,
    people,
    buildingsSource: inputs.buildings.source,
    streets: fill && network,
    placesDate: placesChangedAt && localDateOf(new Date(placesChangedAt)),
    isAlongStreets: asked.mode === 'network',
    moment,
    lostChanges: countLostChanges(changes, places),
    now,
  };
  const dataDates = dataDatesOf(reckoned);
  const warnings = inputWarnings(reckoned);
  const standards = (coverageClass: CoverageClass) => standardsOf(coverageClass, inputs.own.standards);
  return {
    inputs,
    asked,
    changes,
    mode,
    fill,
    detour,
    facilities: open,
    unknown,
    people,
    dataDates,
    warnings,
    name: nameOf([
      groundName,
      placesName,
      own.version,
      network?.sha256,
      asked,
      changes,
      dataDates,
      warnings,
      publishedName,
    ]),
    standardsOf: standards,
    radiusOf: (coverageClass) => askedRadius(asked, standards(coverageClass).inForce, from),
  };
};

const changesOf = async (code: string, { scenario, changes = [] }: Asked) => {
  if (scenario === undefined) return changes;
  const stored = await getScenario(scenario);
  // In the words of one that does not exist: whose it is, is nobody else's business.
  if (stored.subdistrict !== code) throw new DomainError('not_found', `scenario ${scenario}`);
  return [...stored.changes, ...changes];
};
