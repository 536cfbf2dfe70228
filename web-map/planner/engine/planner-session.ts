import type { ScenarioChange } from '../../../shared/api/planning-routes.ts';
import type { DemandLayer } from '../../../shared/area/area.ts';
import { ANNOUNCED_HOLIDAYS } from '../../../shared/calendar/announced-holidays.ts';
import { Coverage } from '../../../shared/coverage/coverage.ts';
import type { FacilityClass } from '../../../shared/coverage/coverage-answer.ts';
import { categoriesOfClass } from '../../../shared/coverage/coverage-class.ts';
import { type Facility, openFacilities } from '../../../shared/coverage/open-facilities.ts';
import { facilitiesOfScenario } from '../../../shared/coverage/scenario.ts';
import { DETOUR_FACTOR } from '../../../shared/geo/distance.ts';
import { classNumbers, facilitiesSeen, gapsFound, reachedOutline } from './analysis-parts.ts';
import { engineClass } from './class-categories.ts';
import { demandGround } from './demand-ground.ts';
import type {
  Analysis,
  HourCurve,
  PlannerData,
  Question,
  SitesQuestion,
  Suggestion,
} from './planner-engine.ts';
import { streetFill } from './street-fill.ts';
import { suggestSites } from './suggest-sites.ts';
import { warningsOf } from './warnings.ts';

/** Where neither a standard nor the question says how far. */
const DEFAULT_METERS = 500;

/** What the worker keeps between questions: the data, the people in their cells, and what was worked out last. */
export const createPlannerSession = (clock: () => number) => {
  let data: PlannerData | undefined;
  const coverages = new Map<string, Coverage>();
  let fill: ReturnType<typeof streetFill> | undefined;

  const loaded = (): PlannerData => {
    if (!data) throw new Error('no data has been loaded');
    return data;
  };
  /** One for things as they are, one for scenarios: what a drag does not touch is not worked out again. */
  const coverageFor = (role: string, mode: Question['mode'], demand: DemandLayer): Coverage => {
    const key = `${role} ${mode} ${demand}`;
    const known = coverages.get(key);
    if (known) return known;
    const sibling = [...coverages].find(([other]) => other.endsWith(` ${demand}`))?.[1];
    const ground = sibling?.ground ?? demandGround(loaded(), demand);
    const made = new Coverage(ground, [], [], {
      ...(mode === 'network' && fill && { fillField: fill(ground.raster) }),
    });
    coverages.set(key, made);
    return made;
  };
  const metersOf = (code: FacilityClass, asked: number | undefined): number =>
    asked ?? loaded().standards.find((standard) => standard.class === code)?.meters ?? DEFAULT_METERS;

  const prepare = (question: Question, changes: readonly ScenarioChange[], role: string) => {
    const { classes, meters, mode, at, demand } = question;
    const all = facilitiesWith(loaded(), changes);
    const { open, unknown } = at
      ? openFacilities(all, new Date(at), ANNOUNCED_HOLIDAYS)
      : { open: all, unknown: [] };
    const coverage = coverageFor(role, mode, demand);
    coverage.ask(
      classes.map((code) => ({
        class: engineClass(code),
        radiusMeters: metersOf(code, meters),
        detourFactor: mode === 'network' ? 1 : DETOUR_FACTOR,
      })),
    );
    coverage.setFacilities(open);
    return { coverage, open, unknown };
  };
  const roleOf = (changes: readonly ScenarioChange[]) => (changes.length > 0 ? 'scenario' : 'base');

  return {
    load(next: PlannerData): void {
      data = next;
      coverages.clear();
      fill = next.network && streetFill(next.network);
    },

    analyse(question: Question, changes: readonly ScenarioChange[]): Analysis {
      const start = clock();
      const { coverage, open, unknown } = prepare(question, changes, roleOf(changes));
      const { standards, areas } = loaded();
      const classes = question.classes.map((code) =>
        classNumbers(
          coverage.result(engineClass(code)),
          code,
          standards.find((standard) => standard.class === code),
          areas,
        ),
      );
      const chosen = engineClass(question.class);
      const names = namesWith(loaded(), changes);
      return {
        classes,
        gaps: gapsFound(coverage, chosen, names),
        reached: reachedOutline(coverage, chosen),
        facilities: facilitiesSeen(loaded(), changes, chosen, open),
        warnings: warningsOf(loaded(), question, coverage, unknown),
        milliseconds: clock() - start,
      };
    },

    curve(question: Question, changes: readonly ScenarioChange[], moments: readonly string[]): HourCurve {
      const coverage = (at: string) =>
        prepare({ ...question, classes: [question.class], at }, changes, 'curve').coverage;
      return moments.map((at) => {
        const { whole } = coverage(at).result(engineClass(question.class));
        return whole.peopleShare ?? whole.areaShare ?? 0;
      });
    },

    propose(question: SitesQuestion, changes: readonly ScenarioChange[]): Suggestion {
      const { coverage } = prepare(question, changes, roleOf(changes));
      return suggestSites(coverage, engineClass(question.class), question.count);
    },
  };
};

/** The facilities as a scenario leaves them. A proposed one is always open: nobody has decided its hours. */
const facilitiesWith = ({ places }: PlannerData, changes: readonly ScenarioChange[]): Facility[] =>
  facilitiesOfScenario(
    places.map(({ id, geometry, properties: { category, state, suspension, schedule } }) => ({
      id,
      category,
      position: geometry.coordinates,
      state,
      ...(suspension && { suspension }),
      ...(schedule && { schedule }),
    })),
    {
      moved: changes.flatMap((each) =>
        each.type === 'move' ? [{ id: each.place, position: each.position }] : [],
      ),
      removed: changes.flatMap((each) => (each.type === 'remove' ? [each.place] : [])),
      added: changes.flatMap((each) => {
        const [category] = each.type === 'add' ? categoriesOfClass(engineClass(each.class)) : [];
        return each.type === 'add' && category ? [{ id: each.id, category, position: each.position }] : [];
      }),
    },
  );

const namesWith = ({ places }: PlannerData, changes: readonly ScenarioChange[]): Map<string, string> =>
  new Map([
    ...places.map(({ id, properties }) => [id, properties.name] as const),
    ...changes.flatMap((each) => (each.type === 'add' ? [[each.id, each.name] as const] : [])),
  ]);
