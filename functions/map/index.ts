import { mapRoutes } from '../../shared/api/map-routes.ts';
import { defineFunction } from '../runtime/define-function.ts';
import { exportPlacesCsv, exportPlacesGeojson } from './export-places.ts';
import { getCatalog } from './get-catalog.ts';
import { getHealth } from './get-health.ts';
import { getPlace } from './get-place.ts';
import { getTile } from './get-tile.ts';
import { listNearbyPlaces } from './list-nearby-places.ts';
import { listPlaces } from './list-places.ts';
import { listSubdistricts } from './list-subdistricts.ts';

/** The public reads of the map. */
export const handler = defineFunction(
  mapRoutes,
  {
    getTile,
    listPlaces,
    listNearbyPlaces,
    getPlace,
    exportPlacesGeojson,
    exportPlacesCsv,
    getCatalog,
    listSubdistricts,
    getHealth,
  },
  {},
);
