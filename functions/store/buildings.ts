import * as z from 'zod';
import { Building, DataSource, DemandLayer, type People } from '../../shared/area/area.ts';
import { packedItems } from '../../shared/area/packed-items.ts';
import { tableName } from '../runtime/dynamo.ts';
import { type Authorship, changeItem } from './change-items.ts';
import { buildingsKey, buildingsPartKey } from './planning-keys.ts';
import { settingsChangeKey } from './settings-keys.ts';
import { transact } from './transact.ts';
import { findHead, getParts, type PartKeys, replacementOf } from './versioned-parts.ts';

/** The residential buildings of a subdistrict; without a source nobody loaded any. */
export type StoredBuildings = {
  buildings: Building[];
  source: DataSource | undefined;
  version: number;
  parts: number;
};

/** The buildings as one import left them, whole. */
export const getBuildings = async (subdistrict: string): Promise<StoredBuildings> => {
  const { texts, version, parts, about } = await getParts(keysOf(subdistrict));
  return {
    buildings: texts.flatMap((text) => z.array(Row).parse(JSON.parse(text)).map(buildingOf)),
    source: about === undefined ? undefined : DataSource.parse(JSON.parse(about)),
    version,
    parts,
  };
};

/** Which version of the buildings is current; 0 where there are none. */
export const findBuildingsVersion = async (subdistrict: string): Promise<number> =>
  (await findHead(keysOf(subdistrict))).version;

/**
 * Replaces all buildings in one transaction with the entry of the history; no buildings have no source either.
 * @throws DomainError `conflict` when somebody else replaced them meanwhile.
 */
export const saveBuildings = async (
  subdistrict: string,
  {
    before,
    buildings,
    source,
  }: { before: StoredBuildings; buildings: readonly Building[]; source: DataSource },
  { change, newId }: { change: Authorship; newId: () => string },
): Promise<void> => {
  const texts = packedItems(z.array(Building).parse(buildings).map(rowOf));
  const about = buildings.length > 0 ? JSON.stringify(source) : undefined;
  await transact([
    ...replacementOf(keysOf(subdistrict), before, { texts, about, at: change.at }),
    {
      item: {
        Put: {
          TableName: tableName,
          Item: changeItem(settingsChangeKey(subdistrict, newId()), {
            subject: { type: 'settings', id: subdistrict },
            subdistrict,
            before:
              before.version === 0 ? undefined : { buildings: summaryOf(before.buildings, before.source) },
            after: { buildings: summaryOf(buildings, about === undefined ? undefined : source) },
            change,
          }),
        },
      },
    },
  ]);
};

const keysOf = (subdistrict: string): PartKeys => ({
  head: buildingsKey(subdistrict),
  part: (version, part) => buildingsPartKey(subdistrict, version, part),
});

/** Longitude, latitude, then the layers in their order up to the last that was counted: 20,000 take 1 MB at most. */
const Row = z.tuple([z.number(), z.number()], z.number().nullable());
type Row = z.infer<typeof Row>;

const rowOf = ({ position: [lng, lat], people }: Building): Row => {
  const counts = DemandLayer.options.map((layer) => people[layer] ?? null);
  return [lng, lat, ...counts.slice(0, counts.findLastIndex((count) => count !== null) + 1)];
};

const buildingOf = ([lng, lat, ...counts]: Row): Building => ({
  position: [lng, lat],
  people: Object.fromEntries(
    DemandLayer.options.flatMap((layer, index) => {
      const count = counts[index];
      return typeof count === 'number' ? [[layer, count]] : [];
    }),
  ),
});

/** What the history keeps of buildings: how many there were, with how many people. */
const summaryOf = (buildings: readonly Building[], source: DataSource | undefined) => {
  const people: People = {};
  for (const building of buildings)
    for (const layer of DemandLayer.options) {
      const count = building.people[layer];
      if (count !== undefined) people[layer] = (people[layer] ?? 0) + count;
    }
  return { count: buildings.length, people, ...(source && { source: `${source.name} ${source.date}` }) };
};
