import type { DemandLayer } from '../../../shared/area/area.ts';
import { ANNOUNCED_HOLIDAYS } from '../../../shared/calendar/announced-holidays.ts';
import { Coverage } from '../../../shared/coverage/coverage.ts';
import { groundOfAreas } from '../../../shared/coverage/ground-of-areas.ts';
import { type LayerDemand, layerDemand } from '../../../shared/coverage/layer-demand.ts';
import { decodeNetwork } from '../../../shared/coverage/network/network-file.ts';
import { streetFill } from '../../../shared/coverage/network/street-fill.ts';
import type { StreetNetwork } from '../../../shared/coverage/network/street-network.ts';
import { type Facility, facilityOf, openFacilities } from '../../../shared/coverage/open-facilities.ts';
import { proposeSites, type SiteProposal } from '../../../shared/coverage/propose-sites.ts';
import { reachMeters } from '../../../shared/coverage/reach.ts';
import { countLostChanges, facilitiesOfScenario, scenarioOf } from '../../../shared/coverage/scenario.ts';
import type { ScenarioChange } from '../../../shared/coverage/scenario-change.ts';
import { standardsOf } from '../../../shared/coverage/standards.ts';
import { classWarnings, inputWarnings } from '../../../shared/coverage/warnings.ts';
import { DETOUR_FACTOR } from '../../../shared/geo/distance.ts';
import { classNumbers, facilitiesSeen, gapsFound, reachedOutline, unknownOutline } from './analysis-parts.ts';
import { createKeptEngines } from './kept-engines.ts';
import type { Analysis, HourCurve, PlannerData, Question, SitesQuestion } from './planner-engine.ts';

/** Facilities that are open, and those whose hours nobody knows. */
type Opened = { open: ReadonlySet<string>; unknown: readonly Facility[] };

/** Streets, and how a field is filled along them. */
type Streets = { network: StreetNetwork; fillOf: ReturnType<typeof streetFill> };

/** What the worker keeps between questions: the data, the people in their cells, and what was worked out last. */
export const createPlannerSession = (clock: () => number) => {
  let data: PlannerData | undefined;
  let facilities: readonly Facility[] = [];
  let streets: Streets | undefined;
  const kept = createKeptEngines();
  const openedAt = new Map<string, Opened>();
  const demands = new Map<DemandLayer, LayerDemand>();

  const loaded = (): PlannerData => {
    if (!data) throw new Error('no data has been loaded');
    return data;
  };
  /** One for things as they are, one for scenarios, one for the curve: what a drag leaves alone is kept. */
  const coverageFor = (role: string, mode: Question['mode'], demand: DemandLayer): Coverage => {
    const coverages = kept.of(demand);
    const key = `${role} ${mode}`;
    const known = coverages.get(key);
    if (known) return known;
    const [sibling] = coverages.values();
    const ground =
      sibling?.ground ?? groundOfAreas(loaded().outline, loaded().areas, demand, loaded().buildings);
    const walked = mode === 'network' ? streets : undefined;
    const made = new Coverage(ground, [], [], walked ? { fillField: walked.fillOf(ground.raster) } : {});
    coverages.set(key, made);
    return made;
  };
  /** Thousands of buildings are sorted into areas once. */
  const demandOf = (layer: DemandLayer): LayerDemand => {
    const known = demands.get(layer) ?? layerDemand(loaded().areas, loaded().buildings, layer);
    demands.set(layer, known);
    return known;
  };
  /** Hours do not change while something is dragged: they are looked up once for a moment. */
  const opened = (at: string): Opened => {
    const known = openedAt.get(at);
    if (known) return known;
    const { open, unknown } = openFacilities(facilities, new Date(at), ANNOUNCED_HOLIDAYS);
    const found = { open: new Set(open.map(({ id }) => id)), unknown };
    openedAt.set(at, found);
    return found;
  };
  const prepare = (question: Question, changes: readonly ScenarioChange[], role?: string) => {
    const { classes, meters, mode, at, demand } = question;
    const hours = at === undefined ? undefined : opened(at);
    const there = hours ? facilities.filter(({ id }) => hours.open.has(id)) : facilities;
    const coverage = coverageFor(role ?? (changes.length > 0 ? 'scenario' : 'base'), mode, demand);
    coverage.ask(
      classes.map((code) => ({
        class: code,
        radiusMeters: meters ?? reachMeters(standardsOf(code, loaded().ownStandards).inForce),
        detourFactor: mode === 'network' && streets ? 1 : DETOUR_FACTOR,
      })),
    );
    coverage.setFacilities(facilitiesOfScenario(there, scenarioOf(changes)));
    return { coverage, unknown: hours?.unknown ?? [] };
  };

  return {
    load(next: PlannerData): void {
      data = next;
      facilities = next.places.map(facilityOf);
      kept.clear();
      openedAt.clear();
      demands.clear();
      streets = next.network && streetsOf(next.network);
    },

    analyse(question: Question, changes: readonly ScenarioChange[]): Analysis {
      const start = clock();
      const { coverage, unknown } = prepare(question, changes);
      const { ownStandards, areas, buildingsSource, places, loadedAt } = loaded();
      const walked = question.mode === 'network' ? streets : undefined;
      const seen = facilitiesSeen(loaded(), changes, question.class, coverage);
      return {
        classes: question.classes.map((code) =>
          classNumbers(coverage.result(code), standardsOf(code, ownStandards), areas),
        ),
        gaps: gapsFound(coverage, question.class, new Map(seen.map(({ id, name }) => [id, name]))),
        reached: reachedOutline(coverage, question.class),
        unknown: walked && unknownOutline(coverage, question.class),
        facilities: seen,
        warnings: [
          ...inputWarnings({
            areas,
            people: demandOf(question.demand),
            buildingsSource,
            streets: walked?.network.from,
            isAlongStreets: question.mode === 'network',
            moment: question.at === undefined ? undefined : new Date(question.at),
            lostChanges: countLostChanges(changes, facilities),
            now: new Date(loadedAt),
          }),
          ...classWarnings(coverage, question.class, { places, unknown }),
        ],
        milliseconds: clock() - start,
      };
    },

    curve(question: Question, changes: readonly ScenarioChange[], moments: readonly string[]): HourCurve {
      return moments.map((at) => {
        const { coverage } = prepare({ ...question, at }, changes, 'curve');
        const whole = coverage.wholeOf(question.class);
        return whole.peopleShare ?? whole.areaShare ?? 0;
      });
    },

    propose(question: SitesQuestion, changes: readonly ScenarioChange[]): SiteProposal {
      const { coverage } = prepare(question, changes);
      const walked = question.mode === 'network' ? streets : undefined;
      return proposeSites(coverage, question.class, {
        count: question.count,
        fill: walked?.fillOf(coverage.ground.raster),
      });
    },
  };
};

/** Undefined where the bytes are no network: then lines are straight, as without one, and a warning says so. */
const streetsOf = (bytes: ArrayBuffer): Streets | undefined => {
  try {
    const network = decodeNetwork(new Uint8Array(bytes));
    return { network, fillOf: streetFill(network) };
  } catch {
    return undefined;
  }
};
