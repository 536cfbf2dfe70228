import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { DomainError } from '../../shared/api/problem.ts';
import { Area, type AreaKind } from '../../shared/area/area.ts';
import { packedAreas } from '../../shared/area/packed-areas.ts';
import { dynamo, tableName } from '../runtime/dynamo.ts';
import { type Authorship, changeItem } from './change-items.ts';
import { findItems, type Item } from './find-items.ts';
import { SCHEMA_VERSION, strings } from './items.ts';
import { keyAttributes } from './keys.ts';
import { areasKey, areasPartKey } from './planning-keys.ts';
import { settingsChangeKey } from './registration-keys.ts';
import { deletion, transact, type WriteOperation } from './transact.ts';

/** All areas of a kind of a subdistrict; version 0 are none, before anybody loaded any. */
export type StoredAreas = { areas: Area[]; version: number; parts: number };

type Head = Pick<StoredAreas, 'version' | 'parts'>;

const MOST_ATTEMPTS = 5;

/** The areas of a kind as one import left them, whole: a reader whom a new import overtakes begins again. */
export const getAreas = async (subdistrict: string, kind: AreaKind): Promise<StoredAreas> => {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const head = await findHead(subdistrict, kind);
    if (!head) return { areas: [], version: 0, parts: 0 };
    const items = await findItems(partKeys(subdistrict, kind, head));
    if (items.every((item) => item !== undefined)) return { areas: items.flatMap(readPart), ...head };
  }
  throw new DomainError('unavailable', `the ${kind} areas of ${subdistrict} are being replaced`);
};

/** Which version of the areas of a kind is current; 0 where there are none. */
export const findAreasVersion = async (subdistrict: string, kind: AreaKind): Promise<number> =>
  (await findHead(subdistrict, kind))?.version ?? 0;

/**
 * Replaces all areas of a kind in one transaction with the entry of the history: the new ones are there whole, or
 * the old ones still are.
 * @throws DomainError `conflict` when somebody else replaced them meanwhile; `invalid_request` when they are too large.
 */
export const saveAreas = async (
  subdistrict: string,
  kind: AreaKind,
  { before, areas }: { before: StoredAreas; areas: readonly Area[] },
  { change, newId }: { change: Authorship; newId: () => string },
): Promise<StoredAreas> => {
  const version = before.version + 1;
  const parts = packedAreas(z.array(Area).parse(areas));
  const head: Item = {
    ...strings({ ...areasKey(subdistrict, kind), updatedAt: change.at }),
    version: { N: `${version}` },
    parts: { N: `${parts.length}` },
    ...SCHEMA_VERSION,
  };
  await transact([
    {
      item: { Put: { TableName: tableName, Item: head, ...unchangedSince(before.version) } },
      refusal: new DomainError('conflict', 'these areas were replaced meanwhile'),
    },
    ...parts.map(
      (text, part): WriteOperation => ({
        item: {
          Put: {
            TableName: tableName,
            Item: {
              ...strings({ ...areasPartKey(subdistrict, kind, version, part), areas: text }),
              ...SCHEMA_VERSION,
            },
          },
        },
      }),
    ),
    ...partKeys(subdistrict, kind, before).map(deletion),
    {
      item: {
        Put: {
          TableName: tableName,
          Item: changeItem(settingsChangeKey(subdistrict, newId()), {
            subject: { type: 'settings', id: subdistrict },
            subdistrict,
            before: before.version === 0 ? undefined : { [`${kind}s`]: summaryOf(before.areas) },
            after: { [`${kind}s`]: summaryOf(areas) },
            change,
          }),
        },
      },
    },
  ]);
  return { areas: [...areas], version, parts: parts.length };
};

const findHead = async (subdistrict: string, kind: AreaKind): Promise<Head | undefined> => {
  const { Item } = await dynamo.send(
    new GetItemCommand({
      TableName: tableName,
      Key: keyAttributes(areasKey(subdistrict, kind)),
      ConsistentRead: true,
    }),
  );
  return Item && { version: Number(Item.version?.N), parts: Number(Item.parts?.N) };
};

const partKeys = (subdistrict: string, kind: AreaKind, { version, parts }: Head) =>
  Array.from({ length: parts }, (_, part) => areasPartKey(subdistrict, kind, version, part));

const readPart = (item: Item): Area[] => z.array(Area).parse(JSON.parse(item.areas?.S ?? ''));

const unchangedSince = (version: number) =>
  version === 0
    ? { ConditionExpression: 'attribute_not_exists(PK)' }
    : {
        ConditionExpression: '#version = :before',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':before': { N: `${version}` } },
      };

/** What the history keeps of areas: their borders would fill it. */
const summaryOf = (areas: readonly Area[]) =>
  areas.map(({ code, name, people, source, peopleSource }) => ({
    code,
    name,
    people,
    source: `${source.name} ${source.date}`,
    ...(peopleSource && { peopleSource: `${peopleSource.name} ${peopleSource.date}` }),
  }));
