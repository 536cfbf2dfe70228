import * as z from 'zod';
import { ScenarioChange } from '../../../shared/api/planning-routes.ts';
import { draftKey } from '../../session/kept-drafts.ts';

/** Whose changes, of which subdistrict, to which stored scenario: undefined while they were never saved. */
export type KeptUnder = { person: string; subdistrict: string; scenario: string | undefined };

const keyOf = ({ person, subdistrict, scenario }: KeptUnder): string =>
  draftKey(person, `scenario.${subdistrict}.${scenario ?? 'new'}`);

/** The changes that were left unsaved on this device; undefined where there are none. */
export function keptChanges(under: KeptUnder): readonly ScenarioChange[] | undefined {
  try {
    const text = localStorage.getItem(keyOf(under));
    return text === null ? undefined : z.array(ScenarioChange).safeParse(JSON.parse(text)).data;
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
