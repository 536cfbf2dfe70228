import { computed, signal } from '@preact/signals';
import type { Scenario, ScenarioChange } from '../../../shared/api/planning-routes.ts';
import { call } from '../../session/session-store.ts';
import { narrow, open, url } from './address.ts';
import { subdistrict } from './page-state.ts';

/** What the scenario at hand changes. */
export const changes = signal<readonly ScenarioChange[]>([]);

/** The stored scenario that is at work; undefined while it has never been saved. */
export const stored = signal<Scenario | undefined>(undefined);

/** The stored scenario beside which it is laid. */
export const compared = signal<Scenario | undefined>(undefined);

/** Every stored scenario of the subdistrict, newest first; undefined until they are asked for. */
export const scenarios = signal<readonly Scenario[] | undefined>(undefined);

/** Whether a facility is being dragged: then only what moves with it is worked out. */
export const isDragging = signal(false);

export const isChanged = computed(
  () => JSON.stringify(changes.value) !== JSON.stringify(stored.value?.changes ?? []),
);

/** One change per facility: a later one takes the place of an earlier one. */
export const change = (next: ScenarioChange): void => {
  changes.value = [...changes.value.filter((each) => keyOf(each) !== keyOf(next)), next];
};

/** Takes one change back. */
export const undo = (key: string): void => {
  changes.value = changes.value.filter((each) => keyOf(each) !== key);
};

/** Whose change it is: of a place, or of a facility that is only proposed. */
export const keyOf = (each: ScenarioChange): string => (each.type === 'add' ? each.id : each.place);

/** Begins with an empty scenario. */
export const beginAnew = (): void => {
  changes.value = [];
  stored.value = undefined;
  open({ scenario: undefined });
};

/** Stores the scenario under a name; an already stored one is changed. */
export async function save(name: string): Promise<void> {
  const code = subdistrict.peek()?.id;
  if (code === undefined) return;
  const body = { name, changes: [...changes.value] };
  const before = stored.value;
  stored.value = before
    ? await call('saveScenario', { params: { id: before.id }, body, ifMatch: before.version })
    : await call('createScenario', { params: { code }, body });
  narrow({ scenario: stored.value.id });
  await listScenarios();
}

export async function listScenarios(): Promise<void> {
  const code = subdistrict.peek()?.id;
  if (code === undefined) return;
  scenarios.value = (await call('listScenarios', { params: { code } })).scenarios;
}

export async function remove(id: string): Promise<void> {
  await call('deleteScenario', { params: { id } });
  if (stored.value?.id === id) beginAnew();
  if (compared.value?.id === id) narrow({ compared: undefined });
  await listScenarios();
}

/** Fetches what the address names. A scenario under way is kept while its own address stays. */
export async function followAddress(): Promise<void> {
  const { scenario, compared: beside } = url.peek();
  if (scenario !== undefined && scenario !== stored.peek()?.id) {
    const found = await call('getScenario', { params: { id: scenario } });
    stored.value = found;
    changes.value = found.changes;
  }
  if (beside !== compared.peek()?.id)
    compared.value = beside === undefined ? undefined : await call('getScenario', { params: { id: beside } });
}
