import type { Position } from '../../geo/position.ts';
import type { CellWindow } from '../cell-window.ts';
import type { FillField } from '../coverage.ts';
import { cellPosition, type Raster } from '../raster.ts';
import { indexEdges } from './edge-index.ts';
import { localPlane } from './local-plane.ts';
import { createPointDistances } from './point-distances.ts';
import { type Snaps, snapPoints } from './snap-points.ts';
import type { StreetNetwork } from './street-network.ts';
import { createWalk } from './walk-distances.ts';

/**
 * Fills a field along streets. Where only what lies within so many metres is wanted, nothing further is walked to, and
 * only the cells of the window are written.
 */
export type StreetFillField = (
  ...filled: [...Parameters<FillField>, near?: { meters: number; window: CellWindow }]
) => void;

/**
 * Fills fields along the streets of a network: what the engine takes in place of straight lines. Cells are snapped to
 * streets once for each raster.
 */
export const streetFill = (network: StreetNetwork): ((raster: Raster) => StreetFillField) => {
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
  /** Cell by cell into two arrays: four million positions at once would take more memory than all else together. */
  const snappedCells = (raster: Raster) => {
    const count = raster.width * raster.height;
    const [eastings, northings] = [new Float64Array(count), new Float64Array(count)];
    for (let cell = 0; cell < count; cell++) {
      const [lng, lat] = cellPosition(raster, cell);
      [eastings[cell], northings[cell]] = toMeters(lng, lat);
    }
    return snapPoints(index, eastings, northings);
  };
  const ofNodes = new Int32Array(network.nodeX.length);
  const cellsOf = new WeakMap<Raster, Snaps>();
  return (raster) => {
    const cells = cellsOf.get(raster) ?? snappedCells(raster);
    cellsOf.set(raster, cells);
    return (field, facilities, _question, near) => {
      const sources = snapped(facilities.map(({ position }) => position));
      const distances = walk(sources, { nearest: ofNodes, ...(near && { mostMeters: near.meters }) });
      const nearest = { ofNodes, into: field.nearest };
      field.detourFactor = 1;
      if (!near) {
        distancesOf(cells, distances, sources, field.meters, nearest);
        return;
      }
      const { left, right, bottom, top } = near.window;
      for (let row = bottom; row < top; row++) {
        const start = row * raster.width;
        distancesOf(cells, distances, sources, field.meters, nearest, [start + left, start + right]);
      }
    };
  };
};
