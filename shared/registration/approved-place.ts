import { aYearAfter } from '../calendar/a-year-after.ts';
import { MOST_PHOTOS, type PlacePhoto } from '../photo/photo.ts';
import { kindOf } from '../place/kind.ts';
import { Place } from '../place/place.ts';
import { searchKey } from '../place/search-key.ts';
import { Application } from './application.ts';
import { placedAt } from './picked-position.ts';
import type { Registration } from './registration.ts';

/** Where a place that came from its merchant says that it comes from. */
const MERCHANT_SOURCE = '商户登记';

type Approval = {
  registration: Registration;
  /** The place as it is now; absent for a shop that never was on the map. */
  before: Place | undefined;
  photos: readonly PlacePhoto[];
  /** Of a place that is new. */
  stamp: { id: string; markerId: number };
  now: Date;
};

/**
 * The place that an approval puts on the map: a new one, one with its owner (a claim), or one with what was asked
 * for laid over it as it is now (a change). Nobody of the street has been there: it counts as verified by its
 * merchant, when they handed the application in.
 */
export const approvedPlace = (approval: Approval): Place => {
  const { registration, before, now } = approval;
  const place = registration.kind === 'change' ? changed(approval) : owned(approval);
  return Place.parse({
    ...place,
    kind: kindOf(place.category),
    // Only a nest has a tier.
    ...(place.category !== before?.category && { tier: undefined }),
    searchKey: searchKey(place),
    updatedAt: now.toISOString(),
    version: (before?.version ?? 0) + 1,
  });
};

type Unstamped = Omit<Place, 'kind' | 'searchKey' | 'updatedAt' | 'version'>;

const owned = ({ registration, before, photos, stamp, now }: Approval): Unstamped => {
  const application = Application.parse(registration.application);
  const at = now.toISOString();
  return {
    ...(before ?? {
      ...stamp,
      illustrative: registration.illustrative,
      source: { name: MERCHANT_SOURCE },
      createdAt: at,
    }),
    subdistrict:
      (registration.kind === 'new' ? undefined : before?.subdistrict) ?? subdistrictOf(registration),
    grid: before?.grid ?? registration.grid,
    state: before?.state === 'suspended' ? 'suspended' : 'published',
    name: application.name,
    nameEn: application.nameEn,
    category: application.category,
    address: application.address,
    accuracyMeters: undefined,
    ...placedAt(application.position),
    schedule: application.schedule,
    services: application.services,
    amenities: application.amenities,
    access: application.access,
    phone: application.publicPhone,
    pledge: application.pledge,
    photos: merged(photos, before?.photos),
    owner: registration.applicant,
    licenceCode: application.licenceCode,
    consent: application.consent,
    confirmBy: aYearAfter(now),
    verifiedAt: registration.submittedAt ?? at,
    verifiedBy: 'merchant',
  };
};

const changed = ({ registration: { application }, before, photos }: Approval): Unstamped => {
  if (!before) throw new Error('a change needs its place');
  const { publicPhone, position, photos: ids, ...rest } = application;
  const { name, nameEn, category, address, schedule, services, amenities, access, pledge } = rest;
  const asked = { name, nameEn, category, address, schedule, services, amenities, access, pledge };
  return {
    ...before,
    ...(Object.fromEntries(
      Object.entries(asked).filter(([, value]) => value !== undefined),
    ) as Partial<Unstamped>),
    ...(publicPhone !== undefined && { phone: publicPhone }),
    ...(position && { accuracyMeters: undefined, ...placedAt(position) }),
    ...(ids && { photos: [...photos] }),
  };
};

const subdistrictOf = ({ id, subdistrict }: Registration): string => {
  if (subdistrict === undefined) throw new Error(`registration ${id} has no subdistrict`);
  return subdistrict;
};

/** The merchant's own pictures first, then what the place showed already. */
const merged = (own: readonly PlacePhoto[], known: readonly PlacePhoto[] = []): PlacePhoto[] | undefined => {
  const all = [...own, ...known.filter(({ id }) => !own.some((photo) => photo.id === id))];
  return all.length > 0 ? all.slice(0, MOST_PHOTOS) : undefined;
};
