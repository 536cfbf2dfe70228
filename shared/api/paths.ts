/**
 * Method and path of every operation, free of zod so that pages can afford it.
 * `shared/api/routes.ts` adds what each one takes and answers.
 */
export const paths = {
  getTile: 'GET /v1/tiles/14/{x}/{y}',
  listPlaces: 'GET /v1/places',
  listNearbyPlaces: 'GET /v1/places/nearby',
  getPlace: 'GET /v1/places/{id}',
  exportPlacesGeojson: 'GET /v1/places.geojson',
  exportPlacesCsv: 'GET /v1/places.csv',
  getCatalog: 'GET /v1/catalog',
  listSubdistricts: 'GET /v1/subdistricts',
  getHealth: 'GET /v1/health',
  getOpenapi: 'GET /v1/openapi.json',
} as const;

export type OperationId = keyof typeof paths;
