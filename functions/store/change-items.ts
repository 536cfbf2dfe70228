import type { ChangeSubjectType } from '../../shared/change-log/change-entry.ts';
import type { Item } from './find-items.ts';
import { SCHEMA_VERSION, strings } from './items.ts';
import { changesPartition, personIndexKey, subdistrictIndexKey } from './keys.ts';

/** Who changed something, when and why. `by`: `person:<id>`, `command:<name>` or `clock`. */
export type Authorship = { by: string; at: string; reason: string };

/** What a person is called in an authorship. */
export const personAuthor = (personId: string): string => `person:${personId}`;

/** What was changed: the noun, its id, and what people call it. */
export type ChangeSubject = {
  type: ChangeSubjectType;
  id: string;
  name?: string | undefined;
};

/**
 * One entry of a history: who, when, why, and the thing before and after (JSON). It is revision and audit in one;
 * nothing ever rewrites or deletes it. `key` is where the thing keeps its history; beside that it stands in the
 * month of its subdistrict and under the person who did it.
 */
export const changeItem = (
  key: { PK: string; SK: string },
  {
    subject,
    subdistrict,
    before,
    after,
    change: { by, at, reason },
  }: { subject: ChangeSubject; subdistrict: string; before?: unknown; after?: unknown; change: Authorship },
): Item => ({
  ...strings({
    ...key,
    ...subdistrictIndexKey(changesPartition(subdistrict, at.slice(0, 7).replace('-', '')), at),
    ...(by.startsWith('person:') && personIndexKey(by.slice('person:'.length), 'change', at)),
    subjectType: subject.type,
    subjectId: subject.id,
    subjectName: subject.name,
    subdistrict,
    by,
    at,
    reason,
    before: before === undefined ? undefined : JSON.stringify(before),
    after: after === undefined ? undefined : JSON.stringify(after),
  }),
  ...SCHEMA_VERSION,
});
