/**
 * Draws the illustrative streets of the demo data from the roads of the sketched map and the outline of the subdistrict:
 * `npx tsx infra/local/seed/draw-streets.ts` writes `huayang/streets.osm` again. Run by hand: nothing that starts, is
 * built or deployed imports it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Subdistrict } from '../../../shared/subdistrict/subdistrict.ts';
// biome-ignore lint/style/noRestrictedImports: the roads of the sketched map; this is run by hand and no part of infra.
import { HUAYANG_SKETCH } from '../../../web-map/map/sketch/huayang.ts';
import { drawSampleStreets } from './sample-streets.ts';
import { streetsAsOsm } from './streets-as-osm.ts';

const folder = join(import.meta.dirname, 'huayang');
const { outline } = Subdistrict.parse(JSON.parse(readFileSync(join(folder, 'subdistrict.json'), 'utf8')));
const streets = drawSampleStreets({
  outline,
  roads: HUAYANG_SKETCH.flatMap(({ kind, name = '', line }) =>
    kind === 'road' || kind === 'street' ? [{ name, line }] : [],
  ),
  park: HUAYANG_SKETCH.find(({ kind }) => kind === 'park')?.line ?? [],
});
writeFileSync(join(folder, 'streets.osm'), streetsAsOsm(streets, '2026-11-20'));
