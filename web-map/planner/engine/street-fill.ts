import type { FillField } from '../../../shared/coverage/coverage.ts';
import { indexEdges } from '../../../shared/coverage/network/edge-index.ts';
import { localPlane } from '../../../shared/coverage/network/local-plane.ts';
import { decodeNetwork } from '../../../shared/coverage/network/network-file.ts';
import { createPointDistances } from '../../../shared/coverage/network/point-distances.ts';
import { snapPoints } from '../../../shared/coverage/network/snap-points.ts';
import { createWalk } from '../../../shared/coverage/network/walk-distances.ts';
import { cellPosition, type Raster } from '../../../shared/coverage/raster.ts';
import type { Position } from '../../../shared/geo/position.ts';

/**
 * Fills fields along the streets of a network in its compact form. Cells are snapped to streets once per raster.
 * Whose facility is nearest is not known, only how far.
 */
export const streetFill = (bytes: ArrayBuffer): ((raster: Raster) => FillField) => {
  const network = decodeNetwork(new Uint8Array(bytes));
  const index = indexEdges(network);
  const walk = createWalk(network);
  const distancesOf = createPointDistances(network);
  const { toMeters } = localPlane(network.origin);
  const snapped = (positions: readonly Position[]) => {
    const points = positions.map(([lng, lat]) => toMeters(lng, lat));
    return snapPoints(
      index,
      Float64Array.from(points, ([x]) => x),
      Float64Array.from(points, ([, y]) => y),
    );
  };
  return (raster) => {
    const cells = snapped(
      Array.from({ length: raster.width * raster.height }, (_, cell) => cellPosition(raster, cell)),
    );
    return (field, facilities) => {
      const sources = snapped(facilities.map(({ position }) => position));
      distancesOf(cells, walk(sources), sources, field.meters);
      field.nearest.fill(-1);
      field.detourFactor = 1;
    };
  };
};
