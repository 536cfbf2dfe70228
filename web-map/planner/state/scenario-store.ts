import { batch, computed, effect, signal } from '@preact/signals';
import type { ScenarioChange } from '../../../shared/coverage/scenario-change.ts';
import type { ListedScenario, Scenario } from '../../../shared/coverage/stored-scenario.ts';
import { newKey } from '../../session/new-key.ts';
import { call, me } from '../../session/session-store.ts';
import { narrow, open, url } from './address.ts';
import { changeKey } from './change-key.ts';
import { type KeptUnder, keepChanges, keptChanges } from './kept-changes.ts';
import { ownSubdistricts, subdistrict } from './page-state.ts';

/** What the scenario at hand changes. */
export const changes = signal<readonly ScenarioChange[]>([]);

/** The stored scenario that is at work; undefined while it has never been saved. */
export const stored = signal<Scenario | undefined>(undefined);

/** The stored scenario beside which it is laid. */
export const compared = signal<Scenario | undefined>(undefined);

/** Every stored scenario of the subdistrict without its changes, newest first; undefined until they are asked for. */
export const scenarios = signal<readonly ListedScenario[] | undefined>(undefined);

/** Whether a facility is being dragged: then only what moves with it is worked out. */
export const isDragging = signal(false);

export const isChanged = computed(
  () => JSON.stringify(changes.value) !== JSON.stringify(stored.value?.changes ?? []),
);

/** The subdistrict whose scenario is at hand. */
const followed = signal<string | undefined>(undefined);

/** Counts up each time unsaved changes of an earlier visit were brought back. */
export const broughtBack = signal(0);

/** One change per facility: a later one takes the place of an earlier one. */
export const change = (next: ScenarioChange): void => {
  changes.value = [...changes.value.filter((each) => changeKey(each) !== changeKey(next)), next];
};

/** Takes one change back. */
export const undo = (key: string): void => {
  changes.value = changes.value.filter((each) => changeKey(each) !== key);
};

/** Begins with an empty scenario; what was not saved is discarded. */
export const beginAnew = (): void => {
  forget(stored.peek()?.id);
  take(undefined, []);
  open({ scenario: undefined });
};

/** Goes back to what is stored. */
export const discard = (): void => {
  changes.value = stored.value?.changes ?? [];
};

/** A new scenario that was sent and whose answer has not come. */
let sent: { text: string; key: string } | undefined;

/** The same key for the same scenario: sent again after a lost answer it is stored once. */
const keyFor = (scenario: object): string => {
  const text = JSON.stringify(scenario);
  if (sent?.text !== text) sent = { text, key: newKey() };
  return sent.key;
};

/** Stores the scenario under a name; an already stored one is changed. */
export async function save(name: string): Promise<void> {
  const code = subdistrict.peek()?.id;
  if (code === undefined) return;
  const before = stored.value;
  const body = { name, ...(before?.note && { note: before.note }), changes: [...changes.value] };
  stored.value = before
    ? await call('saveScenario', { params: { id: before.id }, body, ifMatch: before.version })
    : await call('createScenario', { params: { code }, body, idempotencyKey: keyFor({ code, ...body }) });
  if (!before) {
    sent = undefined;
    forget(undefined);
  }
  narrow({ scenario: stored.value.id });
  await listScenarios();
}

export async function listScenarios(): Promise<void> {
  const code = subdistrict.peek()?.id;
  if (code === undefined) return;
  scenarios.value = (await call('listScenarios', { params: { code } })).scenarios;
}

/** Deletes a scenario as it was seen: one that somebody changed meanwhile stays. */
export async function remove({ id, version }: ListedScenario): Promise<void> {
  await call('deleteScenario', { params: { id }, ifMatch: version });
  if (stored.value?.id === id) beginAnew();
  if (compared.value?.id === id) narrow({ compared: undefined });
  await listScenarios();
}

/** Fetches what the address names. A scenario under way is kept while its own address stays. */
export async function followAddress(): Promise<void> {
  const { scenario, compared: beside } = url.peek();
  const code = subdistrict.peek()?.id;
  if (code !== undefined && (scenario !== stored.peek()?.id || code !== followed.peek())) {
    const found =
      scenario === undefined ? undefined : await call('getScenario', { params: { id: scenario } });
    if (url.peek().scenario !== scenario) return;
    if (found && found.subdistrict !== code) {
      // What was thought of for another subdistrict is looked at there, or not at all.
      const isOwn = ownSubdistricts.peek().some(({ id }) => id === found.subdistrict);
      narrow(isOwn ? { subdistrict: found.subdistrict } : { scenario: undefined });
      return;
    }
    const under = underOf(scenario);
    const kept = under && keptChanges(under);
    batch(() => {
      take(found, kept ?? found?.changes ?? []);
      followed.value = code;
      if (kept) broughtBack.value += 1;
    });
  }
  if (beside !== compared.peek()?.id) {
    const found = beside === undefined ? undefined : await call('getScenario', { params: { id: beside } });
    if (found && found.subdistrict !== code) narrow({ compared: undefined });
    else compared.value = found;
  }
}

/** Keeps unsaved changes on this device: who reloads or comes back later finds them. */
export const followChanges = (): (() => void) =>
  effect(() => {
    // While a scenario is on its way, what is at hand belongs to another one.
    if (followed.value !== subdistrict.value?.id || url.value.scenario !== stored.value?.id) return;
    const under = underOf(stored.value?.id);
    if (under && !isDragging.value) keepChanges(under, isChanged.value ? changes.value : undefined);
  });

const take = (scenario: Scenario | undefined, made: readonly ScenarioChange[]): void =>
  batch(() => {
    stored.value = scenario;
    changes.value = made;
  });

const forget = (scenario: string | undefined): void => {
  const under = underOf(scenario);
  if (under) keepChanges(under, undefined);
};

const underOf = (scenario: string | undefined): KeptUnder | undefined => {
  const [person, code] = [me.value, subdistrict.value?.id];
  return typeof person === 'string' || code === undefined
    ? undefined
    : { person: person.id, subdistrict: code, scenario };
};
