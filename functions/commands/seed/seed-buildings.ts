import { readFile } from 'node:fs/promises';
import { ulid } from 'ulid';
import * as z from 'zod';
import { AreaKind, DataSource, DemandLayer } from '../../../shared/area/area.ts';
import { importBuildings } from '../../../shared/area/import-buildings.ts';
import type { ChangeReason } from '../../../shared/labels/change-words.ts';
import type { Subdistrict } from '../../../shared/subdistrict/subdistrict.ts';
import { getAreas } from '../../store/areas.ts';
import { getBuildings, saveBuildings } from '../../store/buildings.ts';
import { requireSound } from './seed-areas.ts';

const SeedBuildings = z.object({
  source: DataSource,
  header: z.array(DemandLayer),
  /** Longitude and latitude, then people in the order of `header`. */
  rows: z.array(z.tuple([z.number(), z.number()], z.number())),
});

/**
 * Stores the residential buildings of a file, as planners load them. Those that are there already stay as they are; a
 * folder without such a file has none.
 */
export const seedBuildings = async (file: string, subdistrict: Subdistrict, at: string): Promise<void> => {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return;
  const { source, header, rows } = SeedBuildings.parse(JSON.parse(text));
  const before = await getBuildings(subdistrict.code);
  if (before.version > 0) return;
  const stored = await Promise.all(AreaKind.options.map((kind) => getAreas(subdistrict.code, kind)));
  const { buildings, findings } = importBuildings({
    outline: subdistrict.outline,
    crs: 'wgs84',
    collection: {
      features: rows.map(([lng, lat, ...counts]) => ({
        type: 'Feature',
        properties: Object.fromEntries(header.map((layer, index) => [layer, counts[index]])),
        geometry: { type: 'Point', coordinates: [lng, lat] },
      })),
    },
    areas: stored.flatMap(({ areas }) => areas),
  });
  requireSound('buildings', findings);
  const reason: ChangeReason = 'buildings_imported';
  const change = { by: 'command:seed', at, reason };
  await saveBuildings(subdistrict.code, { before, buildings, source }, { change, newId: ulid });
};
