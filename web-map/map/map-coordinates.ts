import { LatLng } from 'leaflet';
import type { Crs, Position } from '../../shared/geo/position.ts';

/** The one place where `[lng, lat]` in WGS-84 turns into Leaflet's order and the base layer's CRS, and back. */
export type MapCoordinates = { toMap(position: Position): LatLng; fromMap(point: LatLng): Position };

export const wgs84Coordinates: MapCoordinates = {
  toMap: ([lng, lat]) => new LatLng(lat, lng),
  fromMap: ({ lng, lat }) => [lng, lat],
};

/** For a base layer in another CRS; the conversion is loaded only then. */
export const loadCoordinates = async (crs: Exclude<Crs, 'wgs84'>): Promise<MapCoordinates> => {
  const { convertPosition } = await import('../../shared/geo/crs.ts');
  return {
    toMap: (position) => wgs84Coordinates.toMap(convertPosition(position, 'wgs84', crs)),
    fromMap: (point) => convertPosition(wgs84Coordinates.fromMap(point), crs, 'wgs84'),
  };
};
