import type { ApplicationField } from './application.ts';
import type { RegistrationKind } from './registration.ts';

/** What of a public place changes only through a review; an owner changes everything else by themselves. */
export const REVIEWED_FIELDS = ['name', 'nameEn', 'category', 'position', 'address'] as const;

/** What an application of a kind may hold, beside what it holds already; undefined: everything. */
export const fieldsOfKind = (kind: RegistrationKind): readonly ApplicationField[] | undefined =>
  kind === 'change' ? [...REVIEWED_FIELDS, 'note', 'contactName', 'contactPhone'] : undefined;
