import * as z from 'zod';
import { PlaceId } from '../place/place.ts';
import {
  Catalog,
  Health,
  NearbyPlaces,
  PlaceExport,
  PlaceList,
  SubdistrictList,
  TilePlaces,
  WechatMarkers,
} from './answers.ts';
import { paths } from './paths.ts';
import { PlaceDetail } from './place-detail.ts';
import { AnswerCrs, ExportQuery, ListPlacesQuery, NearbyQuery, TileParams, TileQuery } from './queries.ts';
import type { RouteTable } from './route.ts';

const nothing = z.strictObject({});
const crsOnly = z.strictObject({ crs: AnswerCrs.default('wgs84') });
const publicRead = { context: 'map', access: 'public', params: nothing, query: nothing } as const;

/** The public reads of the map. */
export const mapRoutes = {
  getTile: {
    ...publicRead,
    key: paths.getTile,
    params: TileParams,
    query: TileQuery,
    response: TilePlaces,
    mediaType: 'application/geo+json',
    cache: 'revalidated',
    summary: 'The places of one map tile at zoom 14, as map and list need them.',
  },
  listPlaces: {
    ...publicRead,
    key: paths.listPlaces,
    query: ListPlacesQuery,
    response: PlaceList,
    mediaType: 'application/geo+json',
    cache: 'none',
    summary: 'Places in a box or a subdistrict, filtered, page by page.',
  },
  listNearbyPlaces: {
    ...publicRead,
    key: paths.listNearbyPlaces,
    query: NearbyQuery,
    response: z.union([NearbyPlaces, WechatMarkers]),
    mediaType: 'application/geo+json',
    cache: 'none',
    summary: 'The nearest places first, with distance, open state and arrival confidence.',
  },
  getPlace: {
    ...publicRead,
    key: paths.getPlace,
    params: z.strictObject({ id: PlaceId }),
    query: crsOnly,
    response: PlaceDetail,
    mediaType: 'application/geo+json',
    cache: 'none',
    summary: 'Everything public about one place, its next seven days and links into map applications.',
  },
  exportPlacesGeojson: {
    ...publicRead,
    key: paths.exportPlacesGeojson,
    query: ExportQuery,
    response: PlaceExport,
    mediaType: 'application/geo+json',
    cache: 'revalidated',
    summary: 'All places of a subdistrict as GeoJSON, with licence and attribution.',
  },
  exportPlacesCsv: {
    ...publicRead,
    key: paths.exportPlacesCsv,
    query: ExportQuery,
    response: z.string(),
    mediaType: 'text/csv',
    cache: 'revalidated',
    summary: 'All places of a subdistrict as CSV, in the columns that the import reads.',
  },
  getCatalog: {
    ...publicRead,
    key: paths.getCatalog,
    response: Catalog,
    mediaType: 'application/json',
    cache: 'revalidated',
    summary: 'The words of every code in Chinese and English, and the announced holidays.',
  },
  listSubdistricts: {
    ...publicRead,
    key: paths.listSubdistricts,
    query: crsOnly,
    response: SubdistrictList,
    mediaType: 'application/geo+json',
    cache: 'revalidated',
    summary: 'The subdistricts on the map with their outlines and how many places of each kind they have.',
  },
  getHealth: {
    ...publicRead,
    key: paths.getHealth,
    response: Health,
    mediaType: 'application/json',
    cache: 'none',
    summary: 'The running version, whether the table answers, and how old the data is.',
  },
} as const satisfies RouteTable;
