import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AmenityCode } from '../../../shared/place/amenity.ts';
import { Category } from '../../../shared/place/kind.ts';
import { ICON_IDS } from '../../../web-map/ui/icons/icon-id.ts';
import { iconOf } from '../../../web-map/ui/icons/icon-of.ts';

const sprite = readFileSync(join(import.meta.dirname, '../../../web-map/ui/icons/sprite.svg'), 'utf8');
const drawn = [...sprite.matchAll(/<symbol id="([^"]+)"/g)].map(([, id]) => id);

describe('the icons', () => {
  it('are drawn once each, and each that is named is drawn', () => {
    expect([...drawn].sort()).toEqual([...ICON_IDS].sort());
  });

  it('exist for every amenity and every category', () => {
    for (const code of [...AmenityCode.options, ...Category.options]) expect(drawn).toContain(iconOf(code));
  });

  it('tell amenities apart', () => {
    const icons = AmenityCode.options.map(iconOf);
    expect(new Set(icons).size).toBe(icons.length);
  });
});
