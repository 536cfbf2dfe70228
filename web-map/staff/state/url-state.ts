import type { CaseFilter } from '../../../shared/api/registration-routes.ts';
import type { Kind } from '../../../shared/place/kind.ts';
import type { PlaceState } from '../../../shared/place/place.ts';
import type { WorkReason } from '../../../shared/place/work-item.ts';
import type { RegistrationKind } from '../../../shared/registration/registration.ts';
import {
  matching,
  oneOf,
  type Parameters,
  readParameters,
  ULID,
  writeParameters,
} from '../../address/url-parameters.ts';
import { CASE_FILTERS, KINDS, PLACE_STATES, REGISTRATION_KINDS, WORK_REASONS } from './codes.ts';
import { SECTIONS, type Section } from './sections.ts';

/** What the address of the page holds after its `#`: where one is, what is narrowed, what is open. */
export type UrlState = {
  section: Section | undefined;
  subdistrict: string | undefined;
  caseFilter: CaseFilter;
  caseKind: RegistrationKind | undefined;
  grid: string | undefined;
  case: string | undefined;
  workReason: WorkReason | undefined;
  placeState: PlaceState;
  placeKind: Kind | undefined;
  query: string;
  /** The place that is open; `new` while one is being made. */
  place: string | undefined;
  month: string | undefined;
  /** Whose changes, and of which place, the record shows. */
  person: string | undefined;
  changed: string | undefined;
};

export const EMPTY_URL_STATE: UrlState = {
  section: undefined,
  subdistrict: undefined,
  caseFilter: 'open',
  caseKind: undefined,
  grid: undefined,
  case: undefined,
  workReason: undefined,
  placeState: 'published',
  placeKind: undefined,
  query: '',
  place: undefined,
  month: undefined,
  person: undefined,
  changed: undefined,
};

/** THE table: every parameter, in the order in which it is written. */
const PARAMETERS: Parameters<UrlState> = {
  section: { name: 'section', read: oneOf(SECTIONS) },
  subdistrict: { name: 'street', read: matching(/^\d{9}$/) },
  caseFilter: { name: 'cases', read: oneOf(CASE_FILTERS) },
  caseKind: { name: 'filed', read: oneOf(REGISTRATION_KINDS) },
  grid: { name: 'grid', read: matching(/^[\p{L}\p{N}-]{1,20}$/u) },
  case: { name: 'case', read: matching(ULID) },
  workReason: { name: 'reason', read: oneOf(WORK_REASONS) },
  placeState: { name: 'state', read: oneOf(PLACE_STATES) },
  placeKind: { name: 'kind', read: oneOf(KINDS) },
  query: { name: 'q', read: (text) => text.slice(0, 60), write: (text) => text.trim() },
  place: { name: 'place', read: (text) => (text === 'new' ? text : matching(ULID)(text)) },
  month: { name: 'month', read: matching(/^20\d\d(0[1-9]|1[0-2])$/) },
  person: { name: 'by', read: matching(ULID) },
  changed: { name: 'of', read: matching(ULID) },
};

/** Reads `#section=review&case=…`. What it does not know or cannot read it leaves at its default. */
export const readUrlState = (hash: string): UrlState => readParameters(PARAMETERS, EMPTY_URL_STATE, hash);

/** Writes a state as a hash; `''` when everything stands at its default. */
export const writeUrlState = (state: UrlState): string => writeParameters(PARAMETERS, EMPTY_URL_STATE, state);
