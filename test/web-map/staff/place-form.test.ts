import { describe, expect, it } from 'vitest';
import type { PlaceRecord } from '../../../shared/place/place-record.ts';
import { StaffNewPlace, StaffPlacePatch } from '../../../shared/place/staff-place-patch.ts';
import {
  EMPTY_FORM,
  formOf,
  missingOf,
  newPlaceOf,
  type PlaceForm,
  patchOf,
} from '../../../web-map/staff/places/place-form.ts';
import { samplePlace } from '../../support/sample-place.ts';

const record = (): PlaceRecord => {
  const { searchKey: _, owner: __, ...place } = samplePlace();
  return { ...place, hasOwner: false, openSigns: 0 };
};

const FILLED: PlaceForm = {
  ...EMPTY_FORM,
  name: ' 新驿站 ',
  category: 'nuanxin_nest',
  tier: 'micro',
  address: '定西路 1 号',
  position: { crs: 'wgs84', position: [121.42, 31.22] },
  aliases: '小站、新站, ',
  maxStayMinutes: '60',
};

describe('the form of a place', () => {
  it('sends nothing of a place that nobody changed', () => {
    const form = formOf(record());
    expect(patchOf(form, { ...form })).toEqual({});
  });

  it('sends what differs alone, and null for what was emptied', () => {
    const before = { ...formOf(record()), phone: '021-52345678', grid: 'A1' };
    const patch = patchOf(before, { ...before, name: '改名', phone: ' ', entrance: '二号门' });
    expect(Object.keys(patch).sort()).toEqual(['access', 'name', 'phone']);
    expect(patch).toMatchObject({ name: '改名', phone: null });
    expect(StaffPlacePatch.safeParse(patch).success).toBe(true);
  });

  it('takes the tier away with the category that has one', () => {
    const before = { ...formOf(record()), category: 'nuanxin_nest' as const, tier: 'hub' as const };
    expect(patchOf(before, { ...before, category: 'care_point' })).toEqual({
      category: 'care_point',
      tier: null,
    });
  });

  it('makes a new place that the API takes', () => {
    const made = newPlaceOf(FILLED, '310105001');
    expect(StaffNewPlace.safeParse(made).error).toBeUndefined();
    expect(made).toMatchObject({ name: '新驿站', aliases: ['小站', '新站'], access: { maxStayMinutes: 60 } });
  });

  it('says what is missing or cannot be meant', () => {
    expect(missingOf(EMPTY_FORM)).toEqual(['name', 'address', 'category', 'position']);
    expect(missingOf({ ...FILLED, maxStayMinutes: '4', website: 'javascript:alert(1)' })).toEqual([
      'maxStayMinutes',
      'website',
    ]);
    expect(missingOf(FILLED)).toEqual([]);
  });
});
