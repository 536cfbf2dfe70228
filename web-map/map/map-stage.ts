import type { LatLng, Map as LeafletMap } from 'leaflet';
import type { Position } from '../../shared/geo/position.ts';

/** What a layer draws on. Layers draw what they are given and never fetch. */
export type MapStage = {
  map: LeafletMap;
  toMap(position: Position): LatLng;
  fromMap(point: LatLng): Position;
};

/** Under this zoom a place is a dot among thousands: areas show counts instead. */
export const COUNTS_BELOW_ZOOM = 13;
