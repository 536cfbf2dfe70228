import type { Bbox } from '../../../shared/geo/tile.ts';
import type { Outline } from '../../../shared/subdistrict/subdistrict.ts';

/** The box around a border. */
export function bboxOfOutline(outline: Outline): Bbox {
  const rings = outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat();
  const box: Bbox = [180, 90, -180, -90];
  for (const [lng, lat] of rings.flat()) {
    box[0] = Math.min(box[0], lng);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lng);
    box[3] = Math.max(box[3], lat);
  }
  return box;
}
