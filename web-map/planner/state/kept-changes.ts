import { COVERAGE_CLASSES } from '../../../shared/coverage/coverage-class.ts';
import type { ScenarioChange } from '../../../shared/coverage/scenario-change.ts';
import { draftKey } from '../../session/kept-drafts.ts';
import { changeKey } from './change-key.ts';

/** As many as a scenario may have, and as long a name. */
const MOST_CHANGES = 100;
const MOST_NAME = 60;

/** Whose changes, of which subdistrict, to which stored scenario: undefined while they were never saved. */
export type KeptUnder = { person: string; subdistrict: string; scenario: string | undefined };

const keyOf = ({ person, subdistrict, scenario }: KeptUnder): string =>
  draftKey(person, `scenario.${subdistrict}.${scenario ?? 'new'}`);

/** The changes that were left unsaved on this device; undefined where there are none. */
export function keptChanges(under: KeptUnder): readonly ScenarioChange[] | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(under)) ?? 'null');
    const isUsable =
      Array.isArray(kept) &&
      kept.length <= MOST_CHANGES &&
      kept.every(isChange) &&
      new Set(kept.map(changeKey)).size === kept.length;
    return isUsable ? kept : undefined;
  } catch {
    // Storage that is refused or holds what nobody can read keeps nothing.
    return undefined;
  }
}

/** Keeps changes on this device until they are saved or discarded; undefined forgets them. */
export function keepChanges(under: KeptUnder, changes: readonly ScenarioChange[] | undefined): void {
  try {
    if (changes) localStorage.setItem(keyOf(under), JSON.stringify(changes));
    else localStorage.removeItem(keyOf(under));
  } catch {
    // A browser that keeps nothing still lets the scenario be saved.
    return;
  }
}

/** What the page can work with; whether it may be stored the server decides. */
const isChange = (given: unknown): given is ScenarioChange => {
  const { type, id, name, place, position, ...rest } = (given ?? {}) as Record<string, unknown>;
  if (type === 'remove') return typeof place === 'string';
  const isPlaced =
    Array.isArray(position) &&
    position.length === 2 &&
    position.every((degrees) => Number.isFinite(degrees) && Math.abs(degrees) <= 180);
  if (type === 'move') return isPlaced && typeof place === 'string';
  return (
    type === 'add' &&
    isPlaced &&
    typeof id === 'string' &&
    typeof name === 'string' &&
    name.length <= MOST_NAME &&
    (COVERAGE_CLASSES as readonly unknown[]).includes(rest.class)
  );
};
