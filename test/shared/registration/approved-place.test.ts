import { describe, expect, it } from 'vitest';
import { convertPosition } from '../../../shared/geo/crs.ts';
import { approvedPlace } from '../../../shared/registration/approved-place.ts';
import type { Registration } from '../../../shared/registration/registration.ts';
import { saysTheSame, undonePlace } from '../../../shared/registration/undone-place.ts';
import { samplePlace } from '../../support/sample-place.ts';
import { sampleRegistration } from '../../support/sample-registration.ts';

const NOW = new Date('2028-02-29T02:00:00.000Z');
const stamp = { id: '01JD00000000000000000P0001', markerId: 77 };
const photos = [{ id: '01JD00000000000000000PH001', width: 800, height: 600 }];
const approve = (
  registration: Registration,
  before = undefined as ReturnType<typeof samplePlace> | undefined,
) => approvedPlace({ registration, before, photos, stamp, now: NOW });

describe('approvedPlace', () => {
  it('makes a shop of an application: converted, searchable, owned, good for a year', () => {
    const place = approve(sampleRegistration());
    expect(place).toMatchObject({
      ...stamp,
      state: 'published',
      kind: 'merchant',
      subdistrict: '310105001',
      owner: '01JD0000000000000000APP001',
      licenceCode: '91310105MA1FW00002',
      phone: '021-52345678',
      position: convertPosition([121.42, 31.22], 'gcj02', 'wgs84'),
      givenPosition: { crs: 'gcj02', position: [121.42, 31.22] },
      source: { name: '商户登记' },
      verifiedAt: '2026-11-20T03:00:00.000Z',
      verifiedBy: 'merchant',
      confirmBy: '2029-02-28',
      photos,
      version: 1,
    });
    expect(place.searchKey).toContain("yi'de'fan'tang");
  });

  it('gives a claimed place its owner and what they say, and keeps what staff know of it', () => {
    const before = samplePlace({
      category: 'nuanxin_nest',
      tier: 'micro',
      aliases: ['小站'],
      nameEn: 'Care Point',
      phone: '021-11111111',
      source: { name: '街道台账', licence: 'CC BY 4.0' },
      photos: [{ id: '01JD00000000000000000PH000', width: 1, height: 1 }],
      version: 4,
    });
    const place = approve(sampleRegistration({ kind: 'claim', place: before.id }), before);
    expect(place).toMatchObject({
      id: before.id,
      markerId: before.markerId,
      name: '宜德饭堂',
      aliases: ['小站'],
      source: before.source,
      owner: '01JD0000000000000000APP001',
      version: 5,
    });
    expect(place.nameEn).toBeUndefined();
    expect(place.tier).toBeUndefined();
    expect(place.photos?.map(({ id }) => id)).toEqual([photos[0]!.id, '01JD00000000000000000PH000']);
  });

  it('lays a change over the place as it is now, and touches nothing else', () => {
    const before = samplePlace({
      owner: '01JD0000000000000000APP001',
      amenities: [{ code: 'microwave', state: 'working' }],
      verifiedAt: '2028-02-01T00:00:00.000Z',
      accuracyMeters: 30,
      version: 9,
    });
    const application = { name: '新名字', category: 'pharmacy' as const };
    const place = approve(sampleRegistration({ kind: 'change', place: before.id, application }), before);
    const { searchKey, ...rest } = place;
    const { searchKey: _, ...unchanged } = before;
    expect(rest).toEqual({
      ...unchanged,
      ...application,
      kind: 'merchant',
      updatedAt: NOW.toISOString(),
      version: 10,
    });
    expect(searchKey).toContain("xin'ming'zi");
  });

  it('comes back as it was when the approval is taken back', () => {
    const before = samplePlace({ version: 4 });
    const claimed = approve(sampleRegistration({ kind: 'claim', place: before.id }), before);
    const tapped = { ...claimed, riderSigns: { stillThereAt: NOW.toISOString() }, version: 6 };
    expect(saysTheSame(claimed, tapped)).toBe(true);
    expect(saysTheSame(claimed, { ...tapped, name: '别的' })).toBe(false);
    const undone = undonePlace(before, tapped, NOW.toISOString());
    expect(undone).toEqual({
      ...before,
      riderSigns: tapped.riderSigns,
      updatedAt: NOW.toISOString(),
      version: 7,
    });
  });

  it('becomes a draft of nobody when a new shop’s approval is taken back, and the same place when approved again', () => {
    const registration = sampleRegistration();
    const place = approve(registration);
    const undone = undonePlace(undefined, place, NOW.toISOString());
    expect(undone).toMatchObject({ id: place.id, state: 'draft', version: 2 });
    for (const field of ['owner', 'licenceCode', 'consent', 'photos'])
      expect(undone).not.toHaveProperty(field);
    expect(approve({ ...registration, place: place.id }, undone)).toEqual({ ...place, version: 3 });
  });
});
