import { describe, expect, it } from 'vitest';
import { facilityMargin } from '../../../shared/coverage/facility-margin.ts';
import type { Standard } from '../../../shared/coverage/standard.ts';

const own: Standard = {
  class: 'canteen',
  reach: { minutes: 15 },
  source: 'subdistrict',
  status: 'local_policy',
};

describe('how far around a subdistrict facilities are looked for', () => {
  it('is two kilometres, or as far as is asked, up to five', () => {
    expect(facilityMargin({ meters: 500, speed: 'walk' }, [])).toBe(2000);
    expect(facilityMargin({ meters: 2300, speed: 'walk' }, [])).toBe(2300);
    expect(facilityMargin({ minutes: 15, speed: 'ebike' }, [])).toBe(3750);
    expect(facilityMargin({ minutes: 60, speed: 'ebike' }, [])).toBe(5000);
  });

  it('is as far as the widest standard leads on foot where none is asked, whoever comes', () => {
    expect(facilityMargin({ speed: 'walk' }, [own])).toBe(2000);
    expect(facilityMargin({ speed: 'ebike' }, [own])).toBe(2000);
    expect(facilityMargin({ speed: 'walk' }, [{ ...own, reach: { minutes: 50 } }])).toBe(3000);
    expect(facilityMargin({ meters: 500, speed: 'ebike' }, [own])).toBe(2000);
  });
});
