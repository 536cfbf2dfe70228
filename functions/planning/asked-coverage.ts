import { LRUCache } from 'lru-cache';
import type { CoverageQuery } from '../../shared/api/coverage-query.ts';
import { DomainError } from '../../shared/api/problem.ts';
import type { DemandLayer } from '../../shared/area/area.ts';
import { ANNOUNCED_HOLIDAYS } from '../../shared/calendar/announced-holidays.ts';
import { localDateOf } from '../../shared/calendar/shanghai-time.ts';
import { askedRadius } from '../../shared/coverage/asked-radius.ts';
import { Coverage } from '../../shared/coverage/coverage.ts';
import type { CoverageWarning } from '../../shared/coverage/coverage-answer.ts';
import { type CoverageClass, categoriesOfClass } from '../../shared/coverage/coverage-class.ts';
import type { Ground } from '../../shared/coverage/ground.ts';
import { groundOfAreas } from '../../shared/coverage/ground-of-areas.ts';
import { layerDemand } from '../../shared/coverage/layer-demand.ts';
import { type Facility, facilitiesOfClass, openFacilities } from '../../shared/coverage/open-facilities.ts';
import { reachMeters, SPEEDS } from '../../shared/coverage/reach.ts';
import { facilitiesOfScenario } from '../../shared/coverage/scenario.ts';
import type { ScenarioChange } from '../../shared/coverage/scenario-change.ts';
import type { StandardsOfClass } from '../../shared/coverage/standard.ts';
import { STANDARDS, standardsOf } from '../../shared/coverage/standards.ts';
import { DETOUR_FACTOR } from '../../shared/geo/distance.ts';
import { getScenario } from '../store/scenarios.ts';
import type { OwnStandards } from '../store/standards.ts';
import { type CoverageInputs, nameOf, readInputs } from './coverage-inputs.ts';
import { dataDatesOf, dataWarnings } from './data-dates.ts';
import { type FillOf, networkFill } from './network-fill.ts';

/** What is asked, whoever asks: of one class or of all. */
export type Asked = Omit<CoverageQuery, 'class' | 'scenario'> & {
  scenario?: string | undefined;
  changes?: readonly ScenarioChange[] | undefined;
};

/** What is known before anything is reckoned: the inputs, what counts of them, and a name for all of it. */
export type AskedCoverage = {
  inputs: CoverageInputs;
  asked: Asked;
  mode: 'circle' | 'network';
  /** How fields are filled along streets, where that is asked and there are any. */
  fill: FillOf | undefined;
  detour: number;
  facilities: Facility[];
  dataDates: Record<string, string>;
  warnings: CoverageWarning[];
  /** The same name, the same answer. */
  name: string;
  standardsOf(coverageClass: CoverageClass): StandardsOfClass;
  radiusOf(coverageClass: CoverageClass): number;
  /** What is true of one class alone. */
  warningsOf(coverageClass: CoverageClass): CoverageWarning[];
};

/** What a release brings along: an answer that a browser kept from the one before may not hold any more. */
const publishedName = nameOf([ANNOUNCED_HOLIDAYS, STANDARDS]);

/** Beyond this nobody looks for facilities, whatever a standard says. */
const WIDEST_METERS = 5000;

/** Loads what an answer is made of. Throws `not_found`, and `invalid_request` for a question that cannot be answered. */
export const askedCoverage = async (code: string, asked: Asked, now: Date): Promise<AskedCoverage> => {
  const reachOf = ({ standards }: OwnStandards): number => {
    const { meters, minutes, speed } = asked;
    if (meters !== undefined || minutes !== undefined) return meters ?? (minutes as number) * SPEEDS[speed];
    return Math.max(...[...standards, ...STANDARDS].map((standard) => reachMeters(standard, speed)));
  };
  const [inputs, changes] = await Promise.all([
    readInputs(code, (own) => Math.min(WIDEST_METERS, reachOf(own))),
    changesOf(code, asked),
  ]);
  const fill = asked.mode === 'network' && inputs.network ? await networkFill(inputs.network) : undefined;
  const mode = fill ? 'network' : 'circle';
  const detour = mode === 'network' ? 1 : (asked.detour ?? DETOUR_FACTOR);
  const moment = asked.at === undefined ? undefined : new Date(asked.at);
  const present = facilitiesOfScenario(inputs.places.map(facilityOf), scenarioOf(changes));
  const { open, unknown } = moment
    ? openFacilities(present, moment, ANNOUNCED_HOLIDAYS)
    : { open: present, unknown: [] };
  const dataDates = dataDatesOf(inputs, asked, mode);
  const warnings = [
    ...(asked.mode === 'network' && mode === 'circle' ? [{ code: 'no_network' as const }] : []),
    ...peopleWarnings(inputs, asked.demand),
    ...holidayWarnings(moment),
    ...dataWarnings(inputs, asked, { mode, dataDates, now }),
  ];
  const standards = (coverageClass: CoverageClass) => standardsOf(coverageClass, inputs.own.standards);
  const { network, groundName, placesName, own } = inputs;
  return {
    inputs,
    asked,
    mode,
    fill,
    detour,
    facilities: open,
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
    radiusOf: (coverageClass) => askedRadius(asked, standards(coverageClass).inForce),
    warningsOf: (coverageClass) => {
      const places = facilitiesOfClass(unknown, coverageClass).length;
      const illustrative = illustrativePlaces(inputs, coverageClass);
      return [
        ...(facilitiesOfClass(open, coverageClass).length === 0 ? [{ code: 'no_facilities' as const }] : []),
        ...(places > 0 ? [{ code: 'hours_unknown' as const, values: { places } }] : []),
        ...(illustrative > 0
          ? [{ code: 'illustrative_data' as const, values: { input: 'places', places: illustrative } }]
          : []),
      ];
    },
  };
};

/** The engine, with every raster it has reckoned, for these inputs: the next class or radius needs no new ground. */
export const engineFor = (coverage: AskedCoverage, classes: readonly CoverageClass[]): Coverage => {
  const { inputs, asked, mode, detour, facilities, fill } = coverage;
  const { groundName, network } = inputs;
  const key = nameOf([groundName, asked.demand, mode, mode === 'network' && network?.sha256, facilities]);
  let engine = engines.get(key);
  if (!engine) {
    const ground = groundFor(inputs, asked.demand);
    engine = new Coverage(ground, [], facilities, fill && { fillField: fill(ground.raster) });
    engines.set(key, engine);
  }
  const known = engine;
  const others = known.classes.filter((each) => !classes.includes(each)).map((each) => known.question(each));
  const questions = classes.map((each) => ({
    class: each,
    radiusMeters: coverage.radiusOf(each),
    detourFactor: detour,
  }));
  known.ask([...others, ...questions]);
  return known;
};

/** Rasters of one engine: 12 bytes for each of some 20,000 cells and each of 40 classes, 10 MB. */
const engines = new LRUCache<string, Coverage>({ max: 8 });

const grounds = new LRUCache<string, Ground>({ max: 8 });

const groundFor = (
  { subdistrict, areas, buildings, groundName }: CoverageInputs,
  layer: DemandLayer,
): Ground => {
  const key = `${groundName} ${layer}`;
  const ground = grounds.get(key) ?? groundOfAreas(subdistrict.outline, areas, layer, buildings.buildings);
  grounds.set(key, ground);
  return ground;
};

const facilityOf = ({ id, geometry, properties }: CoverageInputs['places'][number]): Facility => ({
  id,
  category: properties.category,
  position: geometry.coordinates,
  state: properties.state,
  ...(properties.schedule && { schedule: properties.schedule }),
  ...(properties.suspension && { suspension: properties.suspension }),
});

const changesOf = async (code: string, { scenario, changes = [] }: Asked) => {
  if (scenario === undefined) return changes;
  const stored = await getScenario(scenario);
  if (stored.subdistrict !== code) throw new DomainError('not_found', `scenario ${scenario} of ${code}`);
  return [...stored.changes, ...changes];
};

const scenarioOf = (changes: readonly ScenarioChange[]) => ({
  moved: changes.flatMap((change) =>
    change.type === 'move' ? [{ id: change.place, position: change.position }] : [],
  ),
  removed: changes.flatMap((change) => (change.type === 'remove' ? [change.place] : [])),
  added: changes.flatMap((change): Facility[] => {
    if (change.type !== 'add') return [];
    // A thing that serves a group is of its first category: each of them counts for the group.
    const [category] = categoriesOfClass(change.class);
    return category ? [{ id: change.id, category, position: change.position }] : [];
  }),
});

const peopleWarnings = ({ areas, buildings }: CoverageInputs, layer: DemandLayer): CoverageWarning[] => {
  const { byBuilding, spread, uncounted } = layerDemand(areas, buildings.buildings, layer);
  if (byBuilding.length + spread.length === 0) return [{ code: 'no_people', values: { layer } }];
  const standing = byBuilding.reduce((sum, each) => sum + each.buildings.length, 0);
  return [
    ...(uncounted.length > 0
      ? [{ code: 'no_people' as const, values: { layer, areas: uncounted.length } }]
      : []),
    ...(standing > 0
      ? [{ code: 'people_by_building' as const, values: { buildings: standing, spread: spread.length } }]
      : []),
  ];
};

const holidayWarnings = (moment: Date | undefined): CoverageWarning[] => {
  if (!moment) return [];
  const year = Number(localDateOf(moment).slice(0, 4));
  return ANNOUNCED_HOLIDAYS.years.includes(year)
    ? []
    : [{ code: 'holidays_not_announced', values: { year } }];
};

const illustrativePlaces = ({ places }: CoverageInputs, coverageClass: CoverageClass): number => {
  const categories = categoriesOfClass(coverageClass);
  return places.filter(
    ({ properties }) => properties.illustrative && categories.includes(properties.category),
  ).length;
};
