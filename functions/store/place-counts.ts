import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { Kind } from '../../shared/place/kind.ts';
import type { Place } from '../../shared/place/place.ts';
import { isOnMap } from '../../shared/place/place-summary.ts';
import { tableName } from '../runtime/dynamo.ts';
import { countsKey, keyAttributes } from './keys.ts';

type Change = { before?: Place | undefined; after: Place };

/** The subdistricts on whose map a change can be seen: none for a draft. */
export const countsOwners = ({ before, after }: Change): string[] => [
  ...new Set([before, after].flatMap((place) => (place && isOnMap(place) ? [place.subdistrict] : []))),
];

/**
 * The one update of a subdistrict's counts for changes written together: `station`, `merchant` and `facility`
 * move by the places that came onto the map or left it, `changedAt` is the last of their moments.
 */
export const countsOperation = (
  subdistrict: string,
  changes: readonly (Change & { change: { at: string } })[],
) => {
  const moves = Kind.options.map((kind) => [
    `:${kind}`,
    {
      N: `${changes.reduce(
        (sum, { before, after }) =>
          sum + counted(after, subdistrict, kind) - counted(before, subdistrict, kind),
        0,
      )}`,
    },
  ]);
  const changedAt = changes.map(({ change }) => change.at).reduce((a, b) => (a > b ? a : b));
  return {
    Update: {
      TableName: tableName,
      Key: keyAttributes(countsKey(subdistrict)),
      UpdateExpression: `ADD ${Kind.options.map((kind) => `${kind} :${kind}`).join(', ')} SET changedAt = :at, schemaVersion = :one`,
      ExpressionAttributeValues: {
        ...Object.fromEntries(moves),
        ':at': { S: changedAt },
        ':one': { N: '1' },
      },
    },
  } satisfies TransactWriteItem;
};

const counted = (place: Place | undefined, subdistrict: string, kind: Kind): number =>
  place && isOnMap(place) && place.subdistrict === subdistrict && place.kind === kind ? 1 : 0;
