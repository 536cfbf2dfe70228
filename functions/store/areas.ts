import * as z from 'zod';
import { Area, type AreaKind } from '../../shared/area/area.ts';
import { packedItems } from '../../shared/area/packed-items.ts';
import { tableName } from '../runtime/dynamo.ts';
import { type Authorship, changeItem } from './change-items.ts';
import { areasKey, areasPartKey } from './planning-keys.ts';
import { settingsChangeKey } from './settings-keys.ts';
import { transact } from './transact.ts';
import { findHead, getParts, type PartKeys, replacementOf } from './versioned-parts.ts';

/** All areas of a kind of a subdistrict; version 0 are none, before anybody loaded any. */
export type StoredAreas = { areas: Area[]; version: number; parts: number };

/** The areas of a kind as one import left them, whole. */
export const getAreas = async (subdistrict: string, kind: AreaKind): Promise<StoredAreas> => {
  const { texts, version, parts } = await getParts(keysOf(subdistrict, kind));
  return { areas: texts.flatMap((text) => z.array(Area).parse(JSON.parse(text))), version, parts };
};

/** Which version of the areas of a kind is current; 0 where there are none. */
export const findAreasVersion = async (subdistrict: string, kind: AreaKind): Promise<number> =>
  (await findHead(keysOf(subdistrict, kind))).version;

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
  const texts = packedItems(z.array(Area).parse(areas));
  await transact([
    ...replacementOf(keysOf(subdistrict, kind), before, { texts, at: change.at }),
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
  return { areas: [...areas], version: before.version + 1, parts: texts.length };
};

const keysOf = (subdistrict: string, kind: AreaKind): PartKeys => ({
  head: areasKey(subdistrict, kind),
  part: (version, part) => areasPartKey(subdistrict, kind, version, part),
});

/** What the history keeps of areas: their borders would fill it. */
const summaryOf = (areas: readonly Area[]) =>
  areas.map(({ code, name, people, source, peopleSource }) => ({
    code,
    name,
    people,
    source: `${source.name} ${source.date}`,
    ...(peopleSource && { peopleSource: `${peopleSource.name} ${peopleSource.date}` }),
  }));
