import type { Subdistrict } from '../../shared/subdistrict/subdistrict.ts';

/** A rectangle in the place of 华阳路街道, except for what is said otherwise. */
export const sampleSubdistrict = (given: Partial<Subdistrict> = {}): Subdistrict => ({
  code: '310105001',
  name: '华阳路街道',
  nameEn: 'Huayang Road Subdistrict',
  district: '长宁区',
  outline: {
    type: 'Polygon',
    coordinates: [
      [
        [121.4, 31.2],
        [121.43, 31.2],
        [121.43, 31.235],
        [121.4, 31.235],
        [121.4, 31.2],
      ],
    ],
  },
  outlineAttribution: 'drawn for tests',
  licence: 'ODbL-1.0',
  attribution: '© test',
  ...given,
});
