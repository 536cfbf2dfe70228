import { changeDifferences } from '../../shared/change-log/change-differences.ts';
import type { ChangeEntry } from '../../shared/change-log/change-entry.ts';
import type { PersonCard } from '../../shared/person/person.ts';
import type { StoredChange } from '../store/changes.ts';
import { findPersonCards } from '../store/persons.ts';

const PERSON = 'person:';
const COMMAND = 'command:';

/** Entries of the change log as staff read them; whoever has deleted their account is nobody any more. */
export const changeEntries = async (changes: readonly StoredChange[]): Promise<ChangeEntry[]> => {
  const people = changes.flatMap(({ by }) => (by.startsWith(PERSON) ? [by.slice(PERSON.length)] : []));
  const cards = await findPersonCards(people);
  return changes.map(({ id, subject, at, by, reason, before, after }) => ({
    id,
    subject,
    at,
    by: authorOf(by, cards),
    reason,
    differences: changeDifferences(subject.type, before, after),
    restorable: subject.type === 'place' && before !== undefined,
  }));
};

const authorOf = (by: string, cards: ReadonlyMap<string, PersonCard>): ChangeEntry['by'] => {
  if (by === 'clock') return { type: 'clock' };
  if (!by.startsWith(PERSON)) return { type: 'command', name: by.replace(COMMAND, '') };
  const person = cards.get(by.slice(PERSON.length));
  return person ? { type: 'person', person } : { type: 'deleted' };
};
