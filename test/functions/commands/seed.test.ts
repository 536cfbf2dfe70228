import { describe, expect, it } from 'vitest';
import { run as seed } from '../../../functions/commands/seed.ts';
import { getAreas } from '../../../functions/store/areas.ts';
import { getBuildings } from '../../../functions/store/buildings.ts';
import { listPlacesOfSubdistrict } from '../../../functions/store/places.ts';
import { findSubdistrict, listSubdistricts } from '../../../functions/store/subdistricts.ts';
import { isWithin } from '../../../shared/geo/polygon.ts';
import { heard } from '../../support/heard.ts';

describe('the seed', () => {
  it('fills an empty table with 华阳路街道 and its 19 places, and leaves a filled one alone', async () => {
    const { lines, io } = heard();
    expect(await seed([], io)).toBe(0);
    expect(lines.stderr).toBe('');
    const { places } = await listPlacesOfSubdistrict('310105001', 'published', undefined);
    const [entry] = await listSubdistricts();
    expect(places.map(({ markerId }) => markerId).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 19 }, (_, index) => index + 1),
    );
    expect(entry?.counts).toEqual({ station: 6, merchant: 3, facility: 10 });
    expect(await seed([], io)).toBe(0);
    expect((await listPlacesOfSubdistrict('310105001', 'published', undefined)).places).toEqual(places);
  });

  it('draws four grids and twenty neighbourhoods with people, all of them marked as illustrative', async () => {
    const grids = await getAreas('310105001', 'grid');
    const neighbourhoods = await getAreas('310105001', 'neighbourhood');
    expect([grids.areas.length, neighbourhoods.areas.length]).toEqual([4, 20]);
    for (const { source, peopleSources, people } of [...grids.areas, ...neighbourhoods.areas]) {
      expect(source.illustrative).toBe(true);
      expect(Object.keys(peopleSources)).toEqual(Object.keys(people));
      for (const each of Object.values(peopleSources)) expect(each).toEqual(source);
      expect(people.residents).toBeGreaterThan(1000);
    }
    // Loaded once: a second seed does not load them again.
    expect([grids.version, neighbourhoods.version]).toEqual([1, 1]);
  });

  it('stands as many people into illustrative buildings as their neighbourhood has', async () => {
    const { areas } = await getAreas('310105001', 'neighbourhood');
    const { buildings, source, version } = await getBuildings('310105001');
    expect([source?.illustrative, version]).toEqual([true, 1]);
    expect(buildings.length).toBeGreaterThan(140);
    for (const { name, outline, people } of areas) {
      const inside = buildings.filter(({ position }) => isWithin(position, outline, 0));
      const sumOf = (layer: 'residents' | 'households') =>
        inside.reduce((sum, each) => sum + (each.people[layer] ?? 0), 0);
      expect([name, sumOf('residents'), sumOf('households')]).toEqual([
        name,
        people.residents,
        people.households,
      ]);
    }
  });

  it('invents no verification, tells of each place where it comes from, and marks what is an example', async () => {
    const { places } = await listPlacesOfSubdistrict('310105001', 'published', undefined);
    const outline = (await findSubdistrict('310105001'))?.outline;
    for (const place of places) {
      expect(place.verifiedAt, place.name).toBeUndefined();
      expect(place.source.note, place.name).toMatch(/.+ \/ .+/);
      expect(place.accuracyMeters, place.name).toBeGreaterThan(0);
      expect(place.illustrative, place.name).toBe(/illustrative/.test(place.source.note ?? ''));
      if (outline) expect(isWithin(place.position, outline), place.name).toBe(true);
    }
    expect(places.flatMap(({ services = [] }) => services)).toHaveLength(4);
  });
});
