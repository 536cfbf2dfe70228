import type { Crs, Position } from '../../shared/geo/position.ts';
import type { Amenity } from '../../shared/place/amenity.ts';
import type { Category, Kind, Tier } from '../../shared/place/kind.ts';
import type { Place, PlaceService, PlaceState, VerifiedBy } from '../../shared/place/place.ts';
import type { Schedule } from '../../shared/place/schedule.ts';

/** An amenity as a row names it: without a state it is there, and nobody says whether it works. `brokenSince` is a moment. */
export type RowAmenity = Pick<Amenity, 'code' | 'brokenSince' | 'note'> & { state?: Amenity['state'] };

/**
 * What a row says, by column. A column that the file lacks is absent, an empty cell is undefined: the first
 * leaves a place that exists as it is, the second takes the value away.
 */
export type RowValues = Partial<{
  id: string | undefined;
  name: string | undefined;
  nameEn: string | undefined;
  aliases: string[] | undefined;
  kind: Kind | undefined;
  category: Category | undefined;
  tier: Tier | undefined;
  address: string | undefined;
  given: { crs: Crs; position: Position };
  position: Position;
  accuracyMeters: number | undefined;
  openingHours: Schedule | undefined;
  services: PlaceService[] | undefined;
  amenities: RowAmenity[] | undefined;
  entrance: string | undefined;
  ebikeParking: string | undefined;
  whoMayEnter: string | undefined;
  maxStayMinutes: number | undefined;
  phone: string | undefined;
  website: string | undefined;
  pledge: string | undefined;
  state: PlaceState | undefined;
  suspensionReason: string | undefined;
  suspendedUntil: string | undefined;
  verifiedAt: string | undefined;
  verifiedBy: VerifiedBy | undefined;
  illustrative: boolean | undefined;
  source: string | undefined;
  externalId: string | undefined;
  licence: string | undefined;
  attribution: string | undefined;
  sourceNote: string | undefined;
}>;

/** A stored place as the row that would say it. */
export const valuesOf = (place: Place): RowValues => ({
  id: place.id,
  name: place.name,
  nameEn: place.nameEn,
  aliases: place.aliases,
  category: place.category,
  tier: place.tier,
  address: place.address,
  given: place.givenPosition,
  position: place.position,
  accuracyMeters: place.accuracyMeters,
  openingHours: place.schedule,
  services: place.services,
  entrance: place.access?.entrance,
  ebikeParking: place.access?.ebikeParking,
  whoMayEnter: place.access?.whoMayEnter,
  maxStayMinutes: place.access?.maxStayMinutes,
  phone: place.phone,
  website: place.website,
  pledge: place.pledge,
  state: place.state,
  suspensionReason: place.suspension?.reason,
  suspendedUntil: place.suspension?.until,
  illustrative: place.illustrative,
  source: place.source.name,
  externalId: place.source.externalId,
  licence: place.source.licence,
  attribution: place.source.attribution,
  sourceNote: place.source.note,
});
