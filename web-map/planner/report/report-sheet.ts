import { METERS_PER_DEGREE } from '../../../shared/geo/distance.ts';
import type { Position } from '../../../shared/geo/position.ts';
import type { Outline } from '../../../shared/subdistrict/subdistrict.ts';
import { bboxOfOutlines } from '../parts/bbox-of-outlines.ts';

/** The drawing is in quarters of a millimetre: it fills the width of a sheet of A4, or two thirds of its height. */
export const UNITS_PER_MILLIMETER = 4;
const MOST_WIDTH = 728;
const MOST_HEIGHT = 640;
const MARGIN = 8;

/** Under the map lie its scale and the arrow to the north. */
const FOOT = 30;

const SCALE_METERS = [50, 100, 200, 500, 1000, 2000, 5000];

/** Where a border lies on the sheet, in units of the drawing, and how long a round distance is on it. */
export type ReportSheet = {
  width: number;
  height: number;
  /** Of the strip under the map. */
  footY: number;
  scale: { meters: number; width: number };
  pointOf(position: Position): [x: number, y: number];
};

/** The sheet for a border, WGS-84, as large as it fits. */
export const reportSheet = (outline: Outline): ReportSheet => {
  const [west, south, east, north] = bboxOfOutlines([outline]);
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const perLat = Math.min(
    (MOST_WIDTH - 2 * MARGIN) / ((east - west) * narrowing),
    (MOST_HEIGHT - 2 * MARGIN - FOOT) / (north - south),
  );
  const width = (east - west) * narrowing * perLat + 2 * MARGIN;
  const mapHeight = (north - south) * perLat + 2 * MARGIN;
  const widthOf = (meters: number) => (meters / METERS_PER_DEGREE) * perLat;
  const meters = SCALE_METERS.filter((each) => widthOf(each) <= width / 3).at(-1) ?? 50;
  return {
    width,
    height: mapHeight + FOOT,
    footY: mapHeight + FOOT / 2,
    scale: { meters, width: widthOf(meters) },
    pointOf: ([lng, lat]) => [MARGIN + (lng - west) * narrowing * perLat, MARGIN + (north - lat) * perLat],
  };
};
