import type { RequestOf } from '../../../shared/api/client.ts';
import type { Amenity } from '../../../shared/place/amenity.ts';
import type { Category, Tier } from '../../../shared/place/kind.ts';
import type { PlaceRecord } from '../../../shared/place/place-record.ts';
import type { Schedule } from '../../../shared/place/schedule.ts';
import type { PickedPosition } from '../../../shared/registration/application.ts';

/** What an edit sends. */
export type PlacePatch = NonNullable<RequestOf<'updatePlace'>['body']>;

/** A place as it stands in the form: every text as it was typed. */
export type PlaceForm = {
  name: string;
  nameEn: string;
  aliases: string;
  category: Category | undefined;
  tier: Tier | undefined;
  address: string;
  position: PickedPosition | undefined;
  schedule: Schedule | undefined;
  amenities: Amenity[];
  entrance: string;
  ebikeParking: string;
  whoMayEnter: string;
  maxStayMinutes: string;
  phone: string;
  website: string;
  pledge: string;
  grid: string;
};

export const EMPTY_FORM: PlaceForm = {
  name: '',
  nameEn: '',
  aliases: '',
  category: undefined,
  tier: undefined,
  address: '',
  position: undefined,
  schedule: undefined,
  amenities: [],
  entrance: '',
  ebikeParking: '',
  whoMayEnter: '',
  maxStayMinutes: '',
  phone: '',
  website: '',
  pledge: '',
  grid: '',
};

/** The form of a place that is there. */
export const formOf = (record: PlaceRecord): PlaceForm => ({
  name: record.name,
  nameEn: record.nameEn ?? '',
  aliases: record.aliases?.join('、') ?? '',
  category: record.category,
  tier: record.tier,
  address: record.address,
  position: { crs: 'wgs84', position: record.position },
  schedule: record.schedule,
  amenities: record.amenities,
  entrance: record.access?.entrance ?? '',
  ebikeParking: record.access?.ebikeParking ?? '',
  whoMayEnter: record.access?.whoMayEnter ?? '',
  maxStayMinutes: record.access?.maxStayMinutes?.toString() ?? '',
  phone: record.phone ?? '',
  website: record.website ?? '',
  pledge: record.pledge ?? '',
  grid: record.grid ?? '',
});

/** What has to be mended before the form can be sent. */
export const missingOf = (form: PlaceForm): (keyof PlaceForm)[] => [
  ...(['name', 'address'] as const).filter((field) => form[field].trim() === ''),
  ...(['category', 'position'] as const).filter((field) => form[field] === undefined),
  ...(form.maxStayMinutes !== '' &&
  !/^(?:[5-9]|[1-9]\d{1,2}|1[0-3]\d\d|14[0-3]\d|1440)$/.test(form.maxStayMinutes)
    ? (['maxStayMinutes'] as const)
    : []),
  ...(form.website !== '' && !/^https?:\/\/\S+$/.test(form.website) ? (['website'] as const) : []),
];

/** The fields that differ between two states of the form, as the API takes them; `null` takes one away. */
export function patchOf(before: PlaceForm, after: PlaceForm): PlacePatch {
  const [old, young] = [fieldsOf(before), fieldsOf(after)];
  const changed = (Object.keys(young) as (keyof typeof young)[]).filter(
    (field) => JSON.stringify(old[field]) !== JSON.stringify(young[field]),
  );
  return Object.fromEntries(changed.map((field) => [field, young[field]]));
}

/** A new place, as the API takes it. The form has nothing missing. */
export function newPlaceOf(form: PlaceForm, subdistrict: string): RequestOf<'createPlace'>['body'] {
  const fields = Object.fromEntries(Object.entries(fieldsOf(form)).filter(([, value]) => value !== null));
  return {
    ...(fields as Pick<RequestOf<'createPlace'>['body'], 'name' | 'address' | 'category' | 'position'>),
    amenities: form.amenities,
    subdistrict,
    illustrative: false,
    source: { name: '街道录入' },
  };
}

const fieldsOf = (form: PlaceForm) => ({
  name: form.name.trim(),
  nameEn: textOrNull(form.nameEn),
  aliases: listOrNull(form.aliases),
  category: form.category,
  tier: form.category === 'nuanxin_nest' ? (form.tier ?? null) : null,
  address: form.address.trim(),
  position: form.position,
  schedule: form.schedule ?? null,
  amenities: form.amenities,
  access: accessOf(form),
  phone: textOrNull(form.phone),
  website: textOrNull(form.website),
  pledge: textOrNull(form.pledge),
  grid: textOrNull(form.grid),
});

const textOrNull = (text: string): string | null => text.trim() || null;

const listOrNull = (text: string): string[] | null => {
  const items = text.split(/[、,，;；]/).flatMap((item) => item.trim() || []);
  return items.length > 0 ? items : null;
};

const accessOf = ({ entrance, ebikeParking, whoMayEnter, maxStayMinutes }: PlaceForm) => {
  const access = {
    ...(entrance.trim() && { entrance: entrance.trim() }),
    ...(ebikeParking.trim() && { ebikeParking: ebikeParking.trim() }),
    ...(whoMayEnter.trim() && { whoMayEnter: whoMayEnter.trim() }),
    ...(maxStayMinutes && { maxStayMinutes: Number(maxStayMinutes) }),
  };
  return Object.keys(access).length > 0 ? access : null;
};
