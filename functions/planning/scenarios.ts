import { ulid } from 'ulid';
import type { planningRoutes } from '../../shared/api/planning-routes.ts';
import { DomainError } from '../../shared/api/problem.ts';
import type { ListedScenario, Scenario } from '../../shared/coverage/stored-scenario.ts';
import type { Answer } from '../runtime/answer.ts';
import type { Operation } from '../runtime/define-function.ts';
import { requireVersion } from '../runtime/require-version.ts';
import { findPersonCards } from '../store/persons.ts';
import {
  deleteScenario as forgetScenario,
  getScenario as readScenario,
  listScenarios as readScenarios,
  requireRoomForScenario,
  type StoredScenario,
  saveScenario as writeScenario,
} from '../store/scenarios.ts';
import { getSubdistrict } from '../store/subdistricts.ts';
import { requireNear } from './require-near.ts';

/** The scenarios of a subdistrict, those that were changed last first. */
export const listScenarios: Operation<typeof planningRoutes.listScenarios> = async ({ params }) => {
  const [scenarios] = await Promise.all([readScenarios(params.code), getSubdistrict(params.code)]);
  return { body: { scenarios: (await withAuthors(scenarios)).map(listed) } };
};

const listed = ({ changes, ...scenario }: Scenario): ListedScenario => ({
  ...scenario,
  changesCount: changes.length,
});

/** Stores a scenario; its id is its link. */
export const createScenario: Operation<typeof planningRoutes.createScenario> = async ({
  params,
  body,
  session,
  now,
}) => {
  requireNear(await getSubdistrict(params.code), body.changes);
  await requireRoomForScenario(params.code);
  const at = now.toISOString();
  const scenario: StoredScenario = {
    id: ulid(now.getTime()),
    subdistrict: params.code,
    ...body,
    personId: session.personId,
    createdAt: at,
    updatedAt: at,
    version: 1,
  };
  await writeScenario(scenario);
  return scenarioAnswer(scenario);
};

/** A scenario, to whoever plans in its subdistrict. */
export const getScenario: Operation<typeof planningRoutes.getScenario> = async ({ params, requireScope }) => {
  const scenario = await ownScenario(params.id, requireScope);
  return scenarioAnswer(scenario);
};

/** Puts another in the place of the version that was seen. */
export const saveScenario: Operation<typeof planningRoutes.saveScenario> = async ({
  params,
  body,
  ifMatch,
  requireScope,
  now,
}) => {
  const before = await ownScenario(params.id, requireScope);
  requireVersion(before, ifMatch);
  requireNear(await getSubdistrict(before.subdistrict), body.changes);
  const { note: _note, ...kept } = before;
  const after = { ...kept, ...body, updatedAt: now.toISOString(), version: before.version + 1 };
  await writeScenario(after);
  return scenarioAnswer(after);
};

/** Deletes the version that was seen; its link leads nowhere from then on. */
export const deleteScenario: Operation<typeof planningRoutes.deleteScenario> = async ({
  params,
  ifMatch,
  requireScope,
  now,
}) => {
  const scenario = await ownScenario(params.id, requireScope);
  requireVersion(scenario, ifMatch);
  await forgetScenario(scenario);
  return { body: { deletedAt: now.toISOString() } };
};

/** One that is another subdistrict's is lost in the words of one that never was: that it is there is told to nobody. */
const ownScenario = async (
  id: string,
  requireScope: (stored: StoredScenario) => void,
): Promise<StoredScenario> => {
  const scenario = await readScenario(id);
  try {
    requireScope(scenario);
  } catch {
    throw new DomainError('not_found', `scenario ${id}`);
  }
  return scenario;
};

const scenarioAnswer = async (scenario: StoredScenario): Promise<Answer<Scenario>> => ({
  body: (await withAuthors([scenario]))[0] as Scenario,
  headers: { etag: `"${scenario.version}"` },
});

const withAuthors = async (scenarios: readonly StoredScenario[]): Promise<Scenario[]> => {
  const cards = await findPersonCards(scenarios.map(({ personId }) => personId));
  return scenarios.map(({ personId, ...scenario }) => {
    const by = cards.get(personId);
    return { ...scenario, ...(by && { by }) };
  });
};
