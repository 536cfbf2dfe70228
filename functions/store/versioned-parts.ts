import { DomainError } from '../../shared/api/problem.ts';
import { tableName } from '../runtime/dynamo.ts';
import { findItem, findItems, type Item } from './find-items.ts';
import { SCHEMA_VERSION, strings } from './items.ts';
import { deletion, type WriteOperation } from './transact.ts';
import { unchangedSince } from './unchanged-since.ts';

type Key = { PK: string; SK: string };

/** Where something lies that is too large for one item: a head names the current version, parts hold its text. */
export type PartKeys = { head: Key; part: (version: number, part: number) => Key };

/** The texts of one version; version 0 is none, before anything was stored. */
export type StoredParts = { version: number; parts: number; texts: string[]; about: string | undefined };

const MOST_ATTEMPTS = 5;

/** The parts as one write left them, whole: a reader whom a new write overtakes begins again. */
export const getParts = async (keys: PartKeys): Promise<StoredParts> => {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const head = await findHead(keys);
    if (head.version === 0) return { ...head, texts: [] };
    const items = await findItems(partKeys(keys, head));
    if (items.every((item) => item !== undefined))
      return { ...head, texts: items.map((item) => item.text?.S ?? '') };
  }
  throw new DomainError('unavailable', `${keys.head.PK} ${keys.head.SK} is being replaced`);
};

/** What the head says: which version is current, of how many parts, and what is told of it. */
export const findHead = async ({ head }: PartKeys): Promise<Omit<StoredParts, 'texts'>> => {
  const item = await findItem(head);
  return {
    version: Number(item?.version?.N ?? 0),
    parts: Number(item?.parts?.N ?? 0),
    about: item?.about?.S,
  };
};

/**
 * The writes that put new texts in the place of those before, for one transaction; one refuses as `conflict` where
 * somebody else replaced them meanwhile.
 */
export const replacementOf = (
  keys: PartKeys,
  before: Pick<StoredParts, 'version' | 'parts'>,
  { texts, about, at }: { texts: readonly string[]; about?: string | undefined; at: string },
): WriteOperation[] => {
  const version = before.version + 1;
  const head: Item = {
    ...strings({ ...keys.head, updatedAt: at, ...(about !== undefined && { about }) }),
    version: { N: `${version}` },
    parts: { N: `${texts.length}` },
    ...SCHEMA_VERSION,
  };
  return [
    {
      item: {
        Put: {
          TableName: tableName,
          Item: head,
          ...unchangedSince(before.version === 0 ? undefined : before),
        },
      },
      refusal: new DomainError('conflict', `${keys.head.PK} ${keys.head.SK} was replaced meanwhile`),
    },
    ...texts.map(
      (text, part): WriteOperation => ({
        item: {
          Put: {
            TableName: tableName,
            Item: { ...strings({ ...keys.part(version, part), text }), ...SCHEMA_VERSION },
          },
        },
      }),
    ),
    ...partKeys(keys, before).map(deletion),
  ];
};

const partKeys = ({ part }: PartKeys, { version, parts }: Pick<StoredParts, 'version' | 'parts'>): Key[] =>
  Array.from({ length: parts }, (_, index) => part(version, index));
