import * as z from 'zod';
import { RiderSigns } from '../confirmation/confirmation.ts';
import { Position } from '../geo/position.ts';
import { AmenityCode } from './amenity.ts';
import { Category, Kind, Tier } from './kind.ts';
import { Moment } from './open-state.ts';
import { type Place, PlaceId, SubdistrictCode, Suspension, VerifiedBy } from './place.ts';
import { Schedule } from './schedule.ts';

/** A GeoJSON point. */
export const Point = z.object({ type: z.literal('Point'), coordinates: Position }).meta({ id: 'Point' });

/** What map and list need of a place. Nothing in it is computed from the clock. */
export const PlaceSummary = z
  .object({
    markerId: z.int(),
    subdistrict: SubdistrictCode,
    state: z.enum(['published', 'suspended']),
    suspension: Suspension.optional(),
    name: z.string(),
    nameEn: z.string().optional(),
    address: z.string(),
    kind: Kind,
    category: Category,
    tier: Tier.optional(),
    amenities: z.array(z.object({ code: AmenityCode, state: z.enum(['working', 'broken']) })),
    schedule: Schedule.optional(),
    verifiedAt: Moment.optional(),
    verifiedBy: VerifiedBy.optional(),
    riderSigns: RiderSigns.optional(),
    accuracyMeters: z.number().optional(),
    illustrative: z.boolean(),
    searchKey: z.string(),
  })
  .meta({ id: 'PlaceSummary' });
export type PlaceSummary = z.infer<typeof PlaceSummary>;

/** A summary as a GeoJSON feature. */
export const PlaceFeature = z
  .object({ type: z.literal('Feature'), id: PlaceId, geometry: Point, properties: PlaceSummary })
  .meta({ id: 'PlaceFeature' });
export type PlaceFeature = z.infer<typeof PlaceFeature>;

/** Whether a place stands on the map: open to riders, or closed for the time being. */
export const isOnMap = (place: Pick<Place, 'state'>): boolean =>
  place.state === 'published' || place.state === 'suspended';

/** The feature of a place that is on the map, its fields always in the same order and absent where empty. */
export const placeFeature = (place: Place): PlaceFeature => ({
  type: 'Feature',
  id: place.id,
  geometry: { type: 'Point', coordinates: place.position },
  properties: {
    markerId: place.markerId,
    subdistrict: place.subdistrict,
    state: place.state === 'suspended' ? 'suspended' : 'published',
    ...(place.suspension && { suspension: place.suspension }),
    name: place.name,
    ...(place.nameEn && { nameEn: place.nameEn }),
    address: place.address,
    kind: place.kind,
    category: place.category,
    ...(place.tier && { tier: place.tier }),
    amenities: place.amenities.map(({ code, state }) => ({ code, state })),
    ...(place.schedule && { schedule: place.schedule }),
    ...(place.verifiedAt && { verifiedAt: place.verifiedAt }),
    ...(place.verifiedBy && { verifiedBy: place.verifiedBy }),
    ...(place.riderSigns && { riderSigns: place.riderSigns }),
    ...(place.accuracyMeters !== undefined && { accuracyMeters: place.accuracyMeters }),
    illustrative: place.illustrative,
    searchKey: place.searchKey,
  },
});
