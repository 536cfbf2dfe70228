import Supercluster from 'supercluster';
import type { Position } from '../../shared/geo/position.ts';
import type { Bbox } from '../../shared/geo/tile.ts';
import type { MapPlace } from './map-place.ts';
import { COUNTS_BELOW_ZOOM } from './map-stage.ts';
import type { KindCounts } from './marker/cluster-marker.ts';

/** What stands on the map at one zoom: a place, or a cluster of several. */
export type IndexedItem =
  | { key: string; position: Position; place: MapPlace }
  | { key: string; position: Position; clusterId: number; counts: KindCounts };

type Properties = { place: MapPlace };
type Counts = Record<MapPlace['kind'], number>;

/** From this zoom on nothing is gathered, so that every place can be reached. */
const SINGLE_FROM_ZOOM = 17;

/** In pixels: a quarter keeps its places apart as long as fingers can; a city must not fill a phone. */
const RADIUS = 32;
const RADIUS_OF_MANY = 64;
const MANY = 500;

/** An index of places that tells what to draw in a box at a zoom. Building it takes about 3 µs a place. */
export type PlaceIndex = {
  /** Only from `COUNTS_BELOW_ZOOM` on; what is asked for further out is answered for that zoom. */
  itemsIn(bbox: Bbox, zoom: number): IndexedItem[];
  /** The zoom at which a cluster falls apart. */
  expansionZoom(clusterId: number): number;
};

export const createPlaceIndex = (places: readonly MapPlace[]): PlaceIndex => {
  const clusters = new Supercluster<Properties, Counts>({
    radius: places.length > MANY ? RADIUS_OF_MANY : RADIUS,
    minZoom: COUNTS_BELOW_ZOOM,
    // Leaflet's tiles have 256 pixels: with it, the radius above is in pixels of the screen.
    extent: 256,
    maxZoom: SINGLE_FROM_ZOOM - 1,
    // Written out, since a computed key makes ten thousand calls several times slower.
    map: ({ place: { kind } }) => ({
      station: kind === 'station' ? 1 : 0,
      merchant: kind === 'merchant' ? 1 : 0,
      facility: kind === 'facility' ? 1 : 0,
    }),
    reduce: (sum, more) => {
      sum.station += more.station;
      sum.merchant += more.merchant;
      sum.facility += more.facility;
    },
  }).load(
    places.map((place) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: place.position },
      properties: { place },
    })),
  );
  return {
    itemsIn: (bbox, zoom) =>
      clusters.getClusters(bbox, Math.floor(zoom)).map((feature) => {
        const position = feature.geometry.coordinates as Position;
        const { properties } = feature;
        if (!('cluster_id' in properties)) {
          return { key: properties.place.id, position, place: properties.place };
        }
        const { cluster_id: clusterId, station, merchant, facility } = properties;
        return { key: `cluster ${clusterId}`, position, clusterId, counts: { station, merchant, facility } };
      }),
    expansionZoom: (clusterId) => clusters.getClusterExpansionZoom(clusterId),
  };
};
