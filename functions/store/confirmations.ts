import { PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { localDateOf } from '../../shared/calendar/shanghai-time.ts';
import { ConfirmationKind, type RiderSigns } from '../../shared/confirmation/confirmation.ts';
import { Moment } from '../../shared/place/open-state.ts';
import { type Place, PlaceId } from '../../shared/place/place.ts';
import { table } from '../../shared/table.ts';
import { dynamo, tableName } from '../runtime/dynamo.ts';
import { findItems } from './find-items.ts';
import { expiresAt, isExpired, SCHEMA_VERSION, strings } from './items.ts';
import { keyAttributes, placeKey, queuePartition, signKey, subdistrictIndexKey } from './keys.ts';
import { placeItem } from './place-items.ts';
import { readPlace } from './places.ts';
import { queryIndex } from './query-index.ts';
import { isWithinLimit } from './rate-windows.ts';
import { saltedHash } from './salted-hash.ts';
import { transact, type WriteOperation } from './transact.ts';
import { wasWritten } from './was-written.ts';

const { subdistrict: index } = table.indexes;

const DAY = 86_400_000;
const HOUR = 3_600_000;
const KEPT_DAYS = 90;
const MOST_ATTEMPTS = 4;

/** So many complaints say it all; a crowd that wants to be heard more often than that is none. */
const COMPLAINTS_OF_A_PLACE = { calls: 20, seconds: DAY / 1000 };
/** What every answer that counts signs can afford to read; the others come forward as these are settled. */
const MOST_OPEN = 2000;

/** A rider's sign that nobody has settled yet. Who gave it cannot be told from it. */
export const OpenSign = z.object({ key: z.string(), place: PlaceId, kind: ConfirmationKind, at: Moment });
export type OpenSign = z.infer<typeof OpenSign>;

const SIGN_OF = {
  still_there: 'stillThereAt',
  wrong_information: 'wrongInformationAt',
  door_locked: 'doorLockedAt',
} as const satisfies Record<ConfirmationKind, keyof RiderSigns>;

const openSigns = (subdistrict: string) => queuePartition(subdistrict, 'sign', 'open');

/**
 * Takes a rider's sign: once for each kind, caller, place and day. The first complaints of a place and day wait for
 * the staff of the subdistrict; that it is still there asks for nobody's work. Answers whether it was the first of its
 * kind of this caller that day.
 * `caller` is whatever tells callers apart; only a salted hash of it with the day is kept.
 */
export const saveSign = async (
  place: Place,
  { kind, caller, now }: { kind: ConfirmationKind; caller: string; now: Date },
): Promise<boolean> => {
  const at = now.toISOString();
  const day = localDateOf(now);
  const key = await saltedHash(['sign', place.id, day, kind, caller]);
  const isComplaint = kind !== 'still_there';
  const isFirst = await wasWritten(
    dynamo.send(
      new PutItemCommand({
        TableName: tableName,
        Item: {
          ...strings({ ...signKey(key), key, place: place.id, kind, at }),
          ...(isComplaint && strings(subdistrictIndexKey(openSigns(place.subdistrict), at))),
          ...expiresAt(new Date(now.getTime() + KEPT_DAYS * DAY)),
          ...SCHEMA_VERSION,
        },
        ConditionExpression: 'attribute_not_exists(PK)',
      }),
    ),
  );
  const complaints = { operationId: 'complaints', caller: place.id, limit: COMPLAINTS_OF_A_PLACE };
  if (isFirst && isComplaint && !(await isWithinLimit(complaints, now)))
    await transact(settleSignOperations([{ key }]));
  return isFirst;
};

/**
 * Moves what the place tells of riders' signs, at most once an hour for each kind. It is neither a new version nor an
 * entry of the history: whoever is changing the place meanwhile is not disturbed, and wins. The condition is the very
 * text that was read, so that two signs at once do not lose one another.
 */
export const moveRiderSigns = async (placeId: string, kind: ConfirmationKind, now: Date): Promise<void> => {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const [item] = await findItems([placeKey(placeId)], 'place');
    if (!item?.place) return;
    const place = readPlace(item.place.S);
    const last = place.riderSigns?.[SIGN_OF[kind]];
    if (last !== undefined && now.getTime() - Date.parse(last) < HOUR) return;
    const riderSigns = { ...place.riderSigns, [SIGN_OF[kind]]: now.toISOString() };
    const { place: text, summary } = placeItem({ ...place, riderSigns });
    if (!text || !summary) return;
    const isMoved = await wasWritten(
      dynamo.send(
        new UpdateItemCommand({
          TableName: tableName,
          Key: keyAttributes(placeKey(placeId)),
          UpdateExpression: 'SET place = :after, summary = :summary',
          ConditionExpression: 'place = :before',
          ExpressionAttributeValues: {
            ':after': text,
            ':summary': summary,
            ':before': item.place,
          },
        }),
      ),
    );
    if (isMoved) return;
  }
};

/** What riders of a subdistrict complained about and nobody has settled, oldest first, as much as one page holds. */
export const listOpenSigns = async (subdistrict: string, now: Date): Promise<OpenSign[]> =>
  (await queryIndex('subdistrict', { partition: openSigns(subdistrict), limit: MOST_OPEN })).items
    .filter((item) => !isExpired(item, now))
    .map(({ key, place, kind, at }) =>
      OpenSign.parse({ key: key?.S, place: place?.S, kind: kind?.S, at: at?.S }),
    );

/** The writes that settle signs: they leave the worklist and are forgotten in their time. */
export const settleSignOperations = (signs: readonly Pick<OpenSign, 'key'>[]): WriteOperation[] =>
  signs.map(({ key }) => ({
    item: {
      Update: {
        TableName: tableName,
        Key: keyAttributes(signKey(key)),
        UpdateExpression: `REMOVE ${index.partitionKey}, ${index.sortKey}`,
      },
    },
  }));
