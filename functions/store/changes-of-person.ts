import { table } from '../../shared/table.ts';
import type { Item } from './find-items.ts';
import { personPartition } from './keys.ts';
import { queryIndex } from './query-index.ts';

/** What a person changed, in few words. */
export type OwnChange = { subject: { type: string; id: string }; at: string; reason: string };

/** Where a page of them ended: the key of its last entry, and when that was. */
export type OwnChangePosition = { PK: string; SK: string; at: string };

/**
 * What a person changed, oldest first, after a position: about `most` entries, and where to go on. What the things were
 * before and after is left where it is.
 */
export const listChangesOfPerson = async (
  personId: string,
  { most, after: start }: { most: number; after?: OwnChangePosition | undefined },
): Promise<{ changes: OwnChange[]; last: OwnChangePosition | undefined }> => {
  const partition = personPartition(personId, 'change');
  const { partitionKey, sortKey } = table.indexes.person;
  const changes: OwnChange[] = [];
  let after: Item | undefined = start && {
    PK: { S: start.PK },
    SK: { S: start.SK },
    [partitionKey]: { S: partition },
    [sortKey]: { S: start.at },
  };
  do {
    const page = await queryIndex('person', {
      partition,
      attributes: ['subjectType', 'subjectId', 'at', 'reason'],
      limit: most - changes.length,
      after,
    });
    changes.push(...page.items.map(readOwnChange));
    after = page.last;
  } while (after && changes.length < most);
  const last = after && { PK: after.PK?.S ?? '', SK: after.SK?.S ?? '', at: after[sortKey]?.S ?? '' };
  return { changes, last };
};

const readOwnChange = (item: Item): OwnChange => ({
  subject: { type: item.subjectType?.S ?? '', id: item.subjectId?.S ?? '' },
  at: item.at?.S ?? '',
  reason: item.reason?.S ?? '',
});
