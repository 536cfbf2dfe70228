import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { Counts } from '../../shared/api/answers.ts';
import { DomainError } from '../../shared/api/problem.ts';
import { Subdistrict } from '../../shared/subdistrict/subdistrict.ts';
import { dynamo, tableName } from '../runtime/dynamo.ts';
import { findItems, type Item } from './find-items.ts';
import { countsKey, keyAttributes, SUBDISTRICTS_KEY, subdistrictKey } from './keys.ts';

/** A subdistrict with what stands on its map, and when a place of it last changed. */
export type SubdistrictWithCounts = {
  subdistrict: Subdistrict;
  counts: Counts;
  changedAt: string | undefined;
};

/** A subdistrict by its code; undefined where this installation does not keep it. */
export const findSubdistrict = async (code: string): Promise<Subdistrict | undefined> => {
  const { Item } = await dynamo.send(
    new GetItemCommand({ TableName: tableName, Key: keyAttributes(subdistrictKey(code)) }),
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
    new GetItemCommand({ TableName: tableName, Key: keyAttributes(SUBDISTRICTS_KEY) }),
  );
  return readCodes(Item);
};

/** All subdistricts with their counts, sorted by code. */
export const listSubdistricts = async (): Promise<SubdistrictWithCounts[]> => {
  const codes = await listSubdistrictCodes();
  const items = await findItems(codes.map(subdistrictKey));
  const counts = await findItems(codes.map(countsKey));
  return items.flatMap((item, index) =>
    item
      ? [
          {
            subdistrict: readSubdistrict(item),
            counts: readCounts(counts[index]),
            changedAt: counts[index]?.changedAt?.S,
          },
        ]
      : [],
  );
};

/** When a place last changed anywhere; undefined while there is none. */
export const findLastChange = async (): Promise<string | undefined> => {
  return lastChangeOf(await findItems((await listSubdistrictCodes()).map(countsKey), 'changedAt'));
};

/** The latest change that items of counts tell of; undefined without any. */
export const lastChangeOf = (counts: readonly (Item | undefined)[]): string | undefined =>
  counts.map((item) => item?.changedAt?.S ?? '').reduce((a, b) => (a > b ? a : b), '') || undefined;

/** The codes that their item lists, sorted. */
export const readCodes = (item: Item | undefined): string[] => (item?.codes?.SS ?? []).toSorted();

/** The subdistrict that an item holds. */
export const readSubdistrict = (item: Item): Subdistrict =>
  Subdistrict.parse(JSON.parse(item.subdistrict?.S ?? ''));

const readCounts = (item: Item | undefined): Counts => ({
  station: Number(item?.station?.N ?? 0),
  merchant: Number(item?.merchant?.N ?? 0),
  facility: Number(item?.facility?.N ?? 0),
});
