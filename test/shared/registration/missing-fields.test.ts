import { describe, expect, it } from 'vitest';
import { missingFields } from '../../../shared/registration/missing-fields.ts';
import { sampleRegistration } from '../../support/sample-registration.ts';

const PHOTO = '01JD00000000000000000PH001';
const { application } = sampleRegistration();

describe('missingFields', () => {
  it('finds nothing missing in a complete application, whatever its check digit says', () => {
    expect(missingFields(sampleRegistration(), [])).toEqual([]);
    const odd = { ...application, licenceCode: '000000000000000000' };
    expect(missingFields(sampleRegistration({ application: odd }), [])).toEqual([]);
  });

  it('names everything that an empty draft lacks, whom to call included', () => {
    const draft = sampleRegistration({ application: {}, contact: undefined });
    expect(missingFields(draft, []).map(({ field }) => field)).toEqual([
      'name',
      'category',
      'licenceCode',
      'position',
      'address',
      'schedule',
      'amenities',
      'consent',
      'contactName',
      'contactPhone',
    ]);
  });

  it('takes a name of spaces for none', () => {
    const blank = { ...application, name: '   ' };
    expect(missingFields(sampleRegistration({ application: blank }), [])).toEqual([
      { field: 'name', why: 'missing' },
    ]);
  });

  it('wants at least one offer, a position inside a subdistrict and the pledge of today', () => {
    const wrong = {
      ...application,
      amenities: [],
      consent: { version: '2025-01', acceptedAt: '2026-11-20T02:00:00.000Z' },
    };
    const registration = sampleRegistration({ application: wrong, subdistrict: undefined });
    expect(missingFields(registration, [])).toEqual([
      { field: 'position', why: 'outside_subdistrict' },
      { field: 'amenities', why: 'no_offer' },
      { field: 'consent', why: 'old_version' },
    ]);
  });

  it('wants every picture to be ready', () => {
    const registration = sampleRegistration({ application: { ...application, photos: [PHOTO] } });
    const wrong = [{ field: 'photos', why: 'photo_not_ready' }];
    expect(missingFields(registration, [])).toEqual(wrong);
    expect(missingFields(registration, [{ id: PHOTO, state: 'uploading' }])).toEqual(wrong);
    expect(missingFields(registration, [{ id: PHOTO, state: 'ready' }])).toEqual([]);
  });

  it('asks a change for nothing but what it holds', () => {
    const change = sampleRegistration({
      kind: 'change',
      application: { name: '新名字' },
      contact: undefined,
    });
    expect(missingFields(change, [])).toEqual([]);
  });
});
