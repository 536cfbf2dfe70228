import type { Polygon } from 'geojson';
import { contourOf } from '../contour.ts';
import { cutRings } from '../cut-rings.ts';
import type { DistanceField } from '../distance-field.ts';
import type { Ground } from '../ground.ts';
import { geoPolygonOf, polygonsOf } from '../rings.ts';

/** Where in the outline nobody knows the way, as polygons in WGS-84: that is neither covered nor a gap. */
export const unknownPolygons = ({ raster, outlineIndex }: Ground, field: DistanceField): Polygon[] => {
  const meters = field.meters.map((way) => (Number.isNaN(way) ? 1 : 0));
  const rings = contourOf({ ...field, meters }, raster, 0.5);
  return polygonsOf(cutRings(rings, outlineIndex)).map((polygon) => geoPolygonOf(polygon, raster.projection));
};
