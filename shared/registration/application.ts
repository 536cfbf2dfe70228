import * as z from 'zod';
import { Crs, Position } from '../geo/position.ts';
import { Phone } from '../person/phone.ts';
import { MOST_PHOTOS, PhotoId } from '../photo/photo.ts';
import { Amenity } from '../place/amenity.ts';
import { Category } from '../place/kind.ts';
import { Moment } from '../place/open-state.ts';
import { Access, PlaceService } from '../place/place.ts';
import { plainText } from '../place/plain-text.ts';
import { Schedule } from '../place/schedule.ts';

/** A position as it was picked: on our map (WGS-84), or by `wx.chooseLocation` (GCJ-02). */
export const PickedPosition = z
  .strictObject({ crs: Crs, position: Position, accuracyMeters: z.number().min(0).max(5000).optional() })
  .meta({ id: 'PickedPosition' });
export type PickedPosition = z.infer<typeof PickedPosition>;

/** Which text of the pledge someone agreed to, and when. */
export const PledgeConsent = z
  .strictObject({ version: z.string().regex(/^\d{4}-\d{2}$/), acceptedAt: Moment })
  .meta({ id: 'PledgeConsent' });
export type PledgeConsent = z.infer<typeof PledgeConsent>;

/** What an applicant writes, apart from whom to call: everything that may one day stand on the map. */
export const ApplicationFields = z.strictObject({
  name: plainText(60).min(1),
  nameEn: plainText(120).min(1),
  category: Category,
  /** Unified social credit code (GB 32100-2015), upper case. A wrong check digit goes to a person. */
  licenceCode: z.string().regex(/^[0-9A-Z]{18}$/),
  position: PickedPosition,
  address: plainText(200).min(1),
  schedule: Schedule,
  amenities: z.array(Amenity).max(30),
  services: z.array(PlaceService).max(20),
  access: Access,
  /** Shown to everybody. */
  publicPhone: plainText(40).min(1),
  /** What the shop promises riders in its own words. */
  pledge: plainText(300).min(1),
  consent: PledgeConsent,
  photos: z.array(PhotoId).max(MOST_PHOTOS),
  invitationCode: z.string().regex(/^[0-9A-Za-z-]{1,20}$/),
  /** For the reviewer alone. */
  note: plainText(500).min(1),
});

/** Whom to call. Stored encrypted with the person's own key, answered masked. */
export const ContactFields = z.strictObject({ contactName: plainText(30).min(1), contactPhone: Phone });
export type ContactFields = z.infer<typeof ContactFields>;

/** The application as far as it has been written. */
export const Draft = ApplicationFields.partial().meta({ id: 'Draft' });
export type Draft = z.infer<typeof Draft>;

const NEEDED = {
  name: true,
  category: true,
  licenceCode: true,
  position: true,
  address: true,
  schedule: true,
  amenities: true,
  consent: true,
} as const;

/** What an application needs before it can be submitted. */
export const Application = Draft.required(NEEDED).meta({ id: 'Application' });
export type Application = z.infer<typeof Application>;

export type ApplicationField = keyof Draft | keyof ContactFields;

const nullable = <Shape extends z.ZodRawShape>(object: z.ZodObject<Shape>) =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(object.shape).map(([name, schema]) => [
        name,
        (schema as z.ZodType).nullable().optional(),
      ]),
    ) as unknown as { [Key in keyof Shape]: z.ZodOptional<z.ZodNullable<Shape[Key] & z.ZodType>> },
  );

/** Some fields of a draft as they are now; `null` takes one away, an absent one stays. */
export const DraftPatch = nullable(
  z.strictObject({
    ...ApplicationFields.shape,
    ...ContactFields.shape,
    // As it is typed or scanned: with spaces, in lower case, in full width.
    licenceCode: plainText(40).min(1),
  }),
).meta({ id: 'DraftPatch' });
export type DraftPatch = z.infer<typeof DraftPatch>;
