import { type AttributeValue, BatchGetItemCommand, GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { Counts } from '../../shared/api/answers.ts';
import { DomainError } from '../../shared/api/problem.ts';
import { Subdistrict } from '../../shared/subdistrict/subdistrict.ts';
import { dynamo, tableName } from '../runtime/dynamo.ts';
import { countsKey, SUBDISTRICTS_KEY, subdistrictKey } from './keys.ts';

type Key = { PK: string; SK: string };

/** A subdistrict with what stands on its map, and when a place of it last changed. */
export type SubdistrictWithCounts = {
  subdistrict: Subdistrict;
  counts: Counts;
  changedAt: string | undefined;
};

/** A subdistrict by its code; undefined where this installation does not keep it. */
export const findSubdistrict = async (code: string): Promise<Subdistrict | undefined> => {
  const { Item } = await dynamo.send(
    new GetItemCommand({ TableName: tableName, Key: attributes(subdistrictKey(code)) }),
  );
  return Item && readSubdistrict(Item);
};

/** A subdistrict by its code. Throws `not_found`. */
export const getSubdistrict = async (code: string): Promise<Subdistrict> => {
  const subdistrict = await findSubdistrict(code);
  if (!subdistrict) throw new DomainError('not_found', `subdistrict ${code}`);
  return subdistrict;
};

/** The codes of all subdistricts of this installation, sorted. */
export const listSubdistrictCodes = async (): Promise<string[]> => {
  const { Item } = await dynamo.send(
    new GetItemCommand({ TableName: tableName, Key: attributes(SUBDISTRICTS_KEY) }),
  );
  return (Item?.codes?.SS ?? []).toSorted();
};

/** All subdistricts with their counts, sorted by code. */
export const listSubdistricts = async (): Promise<SubdistrictWithCounts[]> => {
  const codes = await listSubdistrictCodes();
  const items = await getItems(codes.flatMap((code) => [subdistrictKey(code), countsKey(code)]));
  return codes.flatMap((code) => {
    const item = items.get(nameOf(subdistrictKey(code)));
    const counts = items.get(nameOf(countsKey(code)));
    return item
      ? [{ subdistrict: readSubdistrict(item), counts: readCounts(counts), changedAt: counts?.changedAt?.S }]
      : [];
  });
};

/** When a place last changed anywhere; undefined while there is none. */
export const findLastChange = async (): Promise<string | undefined> => {
  const items = await getItems((await listSubdistrictCodes()).map(countsKey));
  return (
    [...items.values()].map((item) => item.changedAt?.S ?? '').reduce((a, b) => (a > b ? a : b), '') ||
    undefined
  );
};

const readSubdistrict = (item: Record<string, AttributeValue>): Subdistrict =>
  Subdistrict.parse(JSON.parse(item.subdistrict?.S ?? ''));

const readCounts = (item: Record<string, AttributeValue> | undefined): Counts => ({
  station: Number(item?.station?.N ?? 0),
  merchant: Number(item?.merchant?.N ?? 0),
  facility: Number(item?.facility?.N ?? 0),
});

const BATCH_SIZE = 100;

/** Reads items by key, asking again for what a batch left out. */
const getItems = async (keys: Key[]): Promise<Map<string, Record<string, AttributeValue>>> => {
  const found = new Map<string, Record<string, AttributeValue>>();
  let missing = keys.map(attributes);
  while (missing.length > 0) {
    const { Responses, UnprocessedKeys } = await dynamo.send(
      new BatchGetItemCommand({ RequestItems: { [tableName]: { Keys: missing.slice(0, BATCH_SIZE) } } }),
    );
    for (const item of Responses?.[tableName] ?? []) {
      found.set(nameOf({ PK: item.PK?.S ?? '', SK: item.SK?.S ?? '' }), item);
    }
    const left = (UnprocessedKeys?.[tableName]?.Keys ?? []) as ReturnType<typeof attributes>[];
    missing = [...left, ...missing.slice(BATCH_SIZE)];
  }
  return found;
};

const attributes = ({ PK, SK }: Key) => ({ PK: { S: PK }, SK: { S: SK } });

const nameOf = ({ PK, SK }: Key): string => `${PK} ${SK}`;
