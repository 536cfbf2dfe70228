import type { LatLng } from 'leaflet';
import type { Outline } from '../../../shared/subdistrict/subdistrict.ts';
import type { MapStage } from '../map-stage.ts';

/** A border in Leaflet's order: of each polygon its rings. */
export const latLngsOf = (outline: Outline, toMap: MapStage['toMap']): LatLng[][][] =>
  (outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates).map((rings) =>
    rings.map((ring) => ring.map(toMap)),
  );
