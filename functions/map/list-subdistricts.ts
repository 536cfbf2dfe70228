import type { SubdistrictList } from '../../shared/api/answers.ts';
import type { mapRoutes } from '../../shared/api/map-routes.ts';
import type { AnswerCrs } from '../../shared/api/queries.ts';
import { convertPosition } from '../../shared/geo/crs.ts';
import type { Position } from '../../shared/geo/position.ts';
import type { Outline } from '../../shared/subdistrict/subdistrict.ts';
import type { Operation } from '../runtime/define-function.ts';
import { listSubdistricts as readSubdistricts } from '../store/subdistricts.ts';

/** The subdistricts with their outlines and counts. */
export const listSubdistricts: Operation<typeof mapRoutes.listSubdistricts> = async ({ query }) => {
  const subdistricts = await readSubdistricts();
  const body: SubdistrictList = {
    type: 'FeatureCollection',
    crs: query.crs,
    features: subdistricts.map(({ subdistrict: { code, outline, ...properties }, counts, changedAt }) => ({
      type: 'Feature',
      id: code,
      geometry: outlineIn(outline, query.crs),
      properties: { ...properties, counts, ...(changedAt && { dataChangedAt: changedAt }) },
    })),
  };
  return { body };
};

const outlineIn = (outline: Outline, crs: AnswerCrs): Outline => {
  if (crs === 'wgs84') return outline;
  const ringIn = (ring: Position[]) => ring.map((position) => convertPosition(position, 'wgs84', crs));
  return outline.type === 'Polygon'
    ? { type: 'Polygon', coordinates: outline.coordinates.map(ringIn) }
    : { type: 'MultiPolygon', coordinates: outline.coordinates.map((polygon) => polygon.map(ringIn)) };
};
