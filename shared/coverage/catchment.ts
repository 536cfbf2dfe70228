import type { Polygon } from 'geojson';
import { contourOf } from './contour.ts';
import { cutRings } from './cut-rings.ts';
import type { DistanceField } from './distance-field.ts';
import type { Ground } from './ground.ts';
import { geoPolygonOf, polygonsOf } from './rings.ts';

/** What one facility serves: where it is the nearest and within the radius. */
export type Catchment = { squareMeters: number; people: number };

/** The part of the outline within the radius, as polygons in WGS-84. */
export const coveredPolygons = (ground: Ground, field: DistanceField, radiusMeters: number): Polygon[] => {
  const { raster } = ground;
  // What is near is what is far in the field turned over; unknown cells stay on neither side.
  const turned: DistanceField = { ...field, meters: field.meters.map((meters) => -meters) };
  const near = contourOf(turned, raster, -radiusMeters);
  return polygonsOf(cutRings(near, ground.outlineIndex)).map((polygon) =>
    geoPolygonOf(polygon, raster.projection),
  );
};

/** The catchment of each facility, in their order; `covered` is what `fillCovered` made of the field. */
export const catchmentsOf = (
  ground: Ground,
  field: DistanceField,
  covered: Float32Array,
  facilityCount: number,
): Catchment[] => {
  const catchments = Array.from({ length: facilityCount }, () => ({ squareMeters: 0, people: 0 }));
  const { cells, fractions, people } = ground.whole;
  const cellArea = ground.raster.cellMeters ** 2;
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] as number;
    const part = covered[cell] as number;
    const catchment = part > 0 ? catchments[field.nearest[cell] as number] : undefined;
    if (!catchment) continue;
    catchment.squareMeters += (fractions[at] as number) * part * cellArea;
    catchment.people += (people[at] as number) * part;
  }
  return catchments;
};
