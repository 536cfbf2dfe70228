import * as z from 'zod';
import { HolidayTable } from '../calendar/holidays.ts';
import { Crs } from '../geo/position.ts';
import { Amenity } from '../place/amenity.ts';
import { Confidence } from '../place/confidence.ts';
import { Kind } from '../place/kind.ts';
import { Moment, OpenState } from '../place/open-state.ts';
import { Place, PlaceState, PRIVATE_PLACE_FIELDS, SubdistrictCode } from '../place/place.ts';
import { PlaceFeature, PlaceSummary, Point } from '../place/place-summary.ts';
import { Outline, Subdistrict } from '../subdistrict/subdistrict.ts';
import { AnswerCrs } from './queries.ts';

/** A name in both languages. */
export const Words = z.object({ zh: z.string(), en: z.string() }).meta({ id: 'Words' });
export type Words = z.infer<typeof Words>;

const collectionOf = <Feature extends z.ZodObject>(feature: Feature) =>
  z.object({ type: z.literal('FeatureCollection'), crs: AnswerCrs, features: z.array(feature) });

export const TilePlaces = collectionOf(PlaceFeature).meta({ id: 'TilePlaces' });
export type TilePlaces = z.infer<typeof TilePlaces>;

/** A place in a filtered list; `openState` when the list was asked for what is open. */
export const ListedPlace = PlaceFeature.extend({
  properties: PlaceSummary.extend({ openState: OpenState.optional() }),
}).meta({ id: 'ListedPlace' });
export type ListedPlace = z.infer<typeof ListedPlace>;

export const PlaceList = collectionOf(ListedPlace)
  .extend({ next: z.string().optional().meta({ description: 'The `cursor` of the next page.' }) })
  .meta({ id: 'PlaceList' });
export type PlaceList = z.infer<typeof PlaceList>;

/** What is computed for one place, one position and one moment. */
export const NearbyFields = z.object({
  distanceMeters: z.number(),
  walkMinutes: z.int(),
  openState: OpenState,
  confidence: Confidence,
});
export type NearbyFields = z.infer<typeof NearbyFields>;

export const NearbyPlace = PlaceFeature.extend({ properties: PlaceSummary.extend(NearbyFields.shape) }).meta({
  id: 'NearbyPlace',
});
export type NearbyPlace = z.infer<typeof NearbyPlace>;

export const NearbyPlaces = collectionOf(NearbyPlace).meta({ id: 'NearbyPlaces' });
export type NearbyPlaces = z.infer<typeof NearbyPlaces>;

/** A marker of the mini-program's `<map>`: GCJ-02, a small number as id. */
export const WechatMarker = z
  .object({
    id: z.int(),
    placeId: z.string(),
    latitude: z.number(),
    longitude: z.number(),
    title: z.string(),
    iconPath: z.string(),
    width: z.int(),
    height: z.int(),
    joinCluster: z.boolean(),
    callout: z.object({
      content: z.string(),
      display: z.literal('BYCLICK'),
      padding: z.int(),
      borderRadius: z.int(),
    }),
  })
  .meta({ id: 'WechatMarker' });
export type WechatMarker = z.infer<typeof WechatMarker>;

export const WechatMarkers = z
  .object({ crs: z.literal('gcj02'), markers: z.array(WechatMarker) })
  .meta({ id: 'WechatMarkers' });
export type WechatMarkers = z.infer<typeof WechatMarkers>;

/** A link that opens a place in a map application, in the CRS which that application reads. */
export const MapLink = z
  .object({ app: z.enum(['amap', 'tencent', 'baidu', 'apple']), url: z.string(), crs: Crs })
  .meta({ id: 'MapLink' });
export type MapLink = z.infer<typeof MapLink>;

/** Licence and attribution under which answers may be passed on. */
export const Attribution = z
  .object({ licence: z.string(), attribution: z.string() })
  .meta({ id: 'Attribution' });
export type Attribution = z.infer<typeof Attribution>;

/** One exported place: what is public of it, without anything computed. */
export const ExportedPlace = z
  .object({
    type: z.literal('Feature'),
    id: z.string(),
    geometry: Point,
    properties: Place.omit({
      ...PRIVATE_PLACE_FIELDS,
      id: true,
      position: true,
      givenPosition: true,
      searchKey: true,
    }).extend({
      state: PlaceState,
      amenities: z.array(Amenity),
    }),
  })
  .meta({ id: 'ExportedPlace' });
export type ExportedPlace = z.infer<typeof ExportedPlace>;

export const PlaceExport = collectionOf(ExportedPlace)
  .extend({
    subdistrict: SubdistrictCode,
    licence: z.string(),
    attribution: z.string(),
    next: z.string().optional().meta({ description: 'Address of the next page.' }),
  })
  .meta({ id: 'PlaceExport' });
export type PlaceExport = z.infer<typeof PlaceExport>;

const labelled = (code: string) =>
  z.record(z.string(), Words).meta({ description: `Words of every ${code}.` });

/** The words of every code and the holiday table. */
export const Catalog = z
  .object({
    kinds: labelled('kind'),
    categories: z.record(z.string(), z.object({ zh: z.string(), en: z.string(), kind: Kind })),
    tiers: labelled('tier'),
    amenities: labelled('amenity'),
    placeStates: labelled('place state'),
    openStates: labelled('open state'),
    confidenceLevels: labelled('confidence level'),
    confidenceReasons: labelled('confidence reason'),
    verifiedBy: labelled('verifier'),
    errors: labelled('error'),
    holidayNames: labelled('holiday'),
    holidays: HolidayTable,
  })
  .meta({ id: 'Catalog' });
export type Catalog = z.infer<typeof Catalog>;

/** How many places of each kind stand on the map. */
export const Counts = z
  .object({ station: z.int(), merchant: z.int(), facility: z.int() })
  .meta({ id: 'Counts' });
export type Counts = z.infer<typeof Counts>;

export const Health = z
  .object({
    version: z.string(),
    table: z.literal('reachable'),
    /** When a place last changed; absent while there is none. */
    dataChangedAt: Moment.optional(),
  })
  .meta({ id: 'Health' });
export type Health = z.infer<typeof Health>;

/** A subdistrict with its outline and what it has on the map. */
export const SubdistrictFeature = z
  .object({
    type: z.literal('Feature'),
    id: SubdistrictCode,
    geometry: Outline,
    properties: Subdistrict.omit({ outline: true, code: true }).extend({
      counts: Counts,
      dataChangedAt: Moment.optional(),
    }),
  })
  .meta({ id: 'SubdistrictFeature' });
export type SubdistrictFeature = z.infer<typeof SubdistrictFeature>;

export const SubdistrictList = collectionOf(SubdistrictFeature).meta({ id: 'SubdistrictList' });
export type SubdistrictList = z.infer<typeof SubdistrictList>;
