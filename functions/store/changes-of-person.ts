import { personPartition } from './keys.ts';
import { queryWholeIndex } from './query-index.ts';

/** What a person changed, in few words. */
export type OwnChange = { subject: { type: string; id: string }; at: string; reason: string };

/** Everything that a person changed, oldest first; what the things were before and after is left where it is. */
export const listChangesOfPerson = async (personId: string): Promise<OwnChange[]> => {
  const items = await queryWholeIndex('person', {
    partition: personPartition(personId, 'change'),
    attributes: ['subjectType', 'subjectId', 'at', 'reason'],
  });
  return items.map((item) => ({
    subject: { type: item.subjectType?.S ?? '', id: item.subjectId?.S ?? '' },
    at: item.at?.S ?? '',
    reason: item.reason?.S ?? '',
  }));
};
