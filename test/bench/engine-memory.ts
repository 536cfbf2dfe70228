import { DEMAND_LAYERS } from '../../shared/area/demand-layers.ts';
import { heldMegabytes } from './coverage-in-node.ts';
import type { Row } from './rows.ts';

/** A rectangle of 9.5 by 10 km, 950,000 cells, as a file of an outline. */
export const WIDE_OUTLINE = {
  type: 'Feature',
  properties: {},
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [121.4, 31.2],
        [121.5, 31.2],
        [121.5, 31.29],
        [121.4, 31.29],
        [121.4, 31.2],
      ],
    ],
  },
};

/**
 * What a function holds of a wide subdistrict once all classes were asked for every layer. Each layer is a ground of
 * its own: kept with all their rasters, these would be two gigabytes.
 */
export const engineMemoryRow = async (
  exportCoverage: (query: { demand: string }) => Promise<void>,
): Promise<Row> => {
  const before = heldMegabytes();
  for (const demand of DEMAND_LAYERS) await exportCoverage({ demand });
  return {
    what: 'memory of engines at their bound',
    value: heldMegabytes() - before,
    unit: 'MB',
    most: 500,
  };
};
