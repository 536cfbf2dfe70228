import type { CaseFilter } from '../../../shared/api/registration-routes.ts';
import { KIND_WORDS } from '../../../shared/labels/place-words.ts';
import { REGISTRATION_KIND_WORDS } from '../../../shared/labels/registration-words.ts';
import type { PlaceState } from '../../../shared/place/place.ts';
import type { WorkReason } from '../../../shared/place/work-item.ts';

/** The codes of a record of words, in its order: the enumerations themselves would bring zod into the page. */
const codesOf = <Code extends string>(words: Readonly<Record<Code, unknown>>) => Object.keys(words) as Code[];

export const KINDS = codesOf(KIND_WORDS);
/** What is on the map first: that is what people come for. */
export const PLACE_STATES: readonly PlaceState[] = ['published', 'suspended', 'draft', 'retired'];
export const REGISTRATION_KINDS = codesOf(REGISTRATION_KIND_WORDS);

export const CASE_FILTERS = codesOf<CaseFilter>({
  open: true,
  mine: true,
  unclaimed: true,
  overdue: true,
  needs_changes: true,
  decided: true,
});

export const WORK_REASONS = codesOf<WorkReason>({
  signs: true,
  broken_equipment: true,
  suspension_over: true,
  expiring: true,
  stale: true,
  unverified: true,
});
