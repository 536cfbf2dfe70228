import { changeDifferences } from '../../shared/change-log/change-differences.ts';
import type { ChangeEntry } from '../../shared/change-log/change-entry.ts';
import type { PersonCard } from '../../shared/person/person.ts';
import type { StoredChange } from '../store/changes.ts';
import { findPersonCards } from '../store/persons.ts';

const PERSON = 'person:';
const COMMAND = 'command:';

/** Entries of the change log as staff read them; whoever has deleted their account is nobody any more. */
export const changeEntries = async (changes: readonly StoredChange[]): Promise<ChangeEntry[]> => {
  const people = changes.flatMap((change) => [...authorIds(change), ...holderIds(change)]);
  const cards = await findPersonCards(people);
  return changes.map((change) => {
    const { id, subject, at, by, reason, before, after } = change;
    return {
      id,
      subject: namedSubject(change, cards),
      at,
      by: authorOf(by, cards),
      reason,
      differences: changeDifferences(subject.type, before, after),
      restorable: subject.type === 'place' && before !== undefined,
    };
  });
};

const authorIds = ({ by }: StoredChange): string[] =>
  by.startsWith(PERSON) ? [by.slice(PERSON.length)] : [];

/** Whose role it is; the entry itself keeps no name, which would outlive their account. */
const holderIds = ({ subject, before, after }: StoredChange): string[] => {
  if (subject.type !== 'grant') return [];
  const { person } = (after ?? before ?? {}) as { person?: string };
  return person === undefined ? [] : [person];
};

const namedSubject = (change: StoredChange, cards: ReadonlyMap<string, PersonCard>) => {
  const holder = holderIds(change).map((id) => cards.get(id))[0];
  const name = change.subject.name ?? holder?.nickname ?? holder?.memberCode;
  return { ...change.subject, ...(name !== undefined && { name }) };
};

const authorOf = (by: string, cards: ReadonlyMap<string, PersonCard>): ChangeEntry['by'] => {
  if (by === 'clock') return { type: 'clock' };
  if (!by.startsWith(PERSON)) return { type: 'command', name: by.replace(COMMAND, '') };
  const person = cards.get(by.slice(PERSON.length));
  return person ? { type: 'person', person } : { type: 'deleted' };
};
