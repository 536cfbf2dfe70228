import type { Position } from '../../../shared/geo/position.ts';
import type { PickedPosition } from '../../../shared/registration/application.ts';

/** Where a picked position lies on our maps, in WGS-84; the conversion is loaded only for another CRS. */
export const shownPosition = async ({ crs, position }: PickedPosition): Promise<Position> => {
  if (crs === 'wgs84') return position;
  const { convertPosition } = await import('../../../shared/geo/crs.ts');
  return convertPosition(position, crs, 'wgs84');
};

/** Six decimals are a tenth of a metre: finer than a finger. */
export const rounded = ([lng, lat]: Position): Position => [
  Math.round(lng * 1e6) / 1e6,
  Math.round(lat * 1e6) / 1e6,
];

/** `121.416500, 31.218500`: longitude first, as everywhere. */
export const positionText = ([lng, lat]: Position): string => `${lng.toFixed(6)}, ${lat.toFixed(6)}`;
