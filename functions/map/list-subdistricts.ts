import { LRUCache } from 'lru-cache';
import type { SubdistrictList } from '../../shared/api/answers.ts';
import type { mapRoutes } from '../../shared/api/map-routes.ts';
import { AnswerCrs } from '../../shared/api/queries.ts';
import { convertPosition } from '../../shared/geo/crs.ts';
import type { Position } from '../../shared/geo/position.ts';
import type { Outline } from '../../shared/subdistrict/subdistrict.ts';
import type { Operation } from '../runtime/define-function.ts';
import { type Rendered, render } from '../runtime/rendered.ts';
import { listSubdistricts as readSubdistricts } from '../store/subdistricts.ts';

/** As old as a tile may be, so that counts and places tell the same story. */
const CACHE_MILLISECONDS = 30_000;

const cache = new LRUCache<AnswerCrs, Rendered<SubdistrictList>>({
  max: AnswerCrs.options.length,
  ttl: CACHE_MILLISECONDS,
  fetchMethod: async (crs) => render(await readSubdistrictList(crs)),
});

/** The subdistricts with their outlines and counts. */
export const listSubdistricts: Operation<typeof mapRoutes.listSubdistricts> = async ({ query }) => ({
  body: await cache.forceFetch(query.crs),
});

const readSubdistrictList = async (crs: AnswerCrs): Promise<SubdistrictList> => ({
  type: 'FeatureCollection',
  crs,
  features: (await readSubdistricts()).map(
    ({ subdistrict: { code, outline, ...properties }, counts, changedAt }) => ({
      type: 'Feature',
      id: code,
      geometry: outlineIn(outline, crs),
      properties: { ...properties, counts, ...(changedAt && { dataChangedAt: changedAt }) },
    }),
  ),
});

const outlineIn = (outline: Outline, crs: AnswerCrs): Outline => {
  if (crs === 'wgs84') return outline;
  const ringIn = (ring: Position[]) => ring.map((position) => convertPosition(position, 'wgs84', crs));
  return outline.type === 'Polygon'
    ? { type: 'Polygon', coordinates: outline.coordinates.map(ringIn) }
    : { type: 'MultiPolygon', coordinates: outline.coordinates.map((polygon) => polygon.map(ringIn)) };
};
