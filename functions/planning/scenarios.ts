import { ulid } from 'ulid';
import type { planningRoutes } from '../../shared/api/planning-routes.ts';
import { DomainError } from '../../shared/api/problem.ts';
import type { ListedScenario, Scenario } from '../../shared/coverage/stored-scenario.ts';
import type { Answer } from '../runtime/answer.ts';
import type { Operation } from '../runtime/define-function.ts';
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
  await getSubdistrict(params.code);
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
  const scenario = await readScenario(params.id);
  requireScope(scenario);
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
  const before = await readScenario(params.id);
  requireScope(before);
  if (before.version !== ifMatch)
    throw new DomainError('precondition_failed', `the stored version is ${before.version}`);
  const { note: _note, ...kept } = before;
  const after = { ...kept, ...body, updatedAt: now.toISOString(), version: before.version + 1 };
  await writeScenario(after);
  return scenarioAnswer(after);
};

/** Deletes a scenario; its link leads nowhere from then on. */
export const deleteScenario: Operation<typeof planningRoutes.deleteScenario> = async ({
  params,
  requireScope,
  now,
}) => {
  const scenario = await readScenario(params.id);
  requireScope(scenario);
  await forgetScenario(scenario);
  return { body: { deletedAt: now.toISOString() } };
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
