import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run as seed } from '../../../functions/commands/seed.ts';
import { run as subdistrict } from '../../../functions/commands/subdistrict.ts';
import { listPlacesOfSubdistrict } from '../../../functions/store/places.ts';
import { findSubdistrict, listSubdistricts } from '../../../functions/store/subdistricts.ts';
import { isWithin } from '../../../shared/geo/polygon.ts';
import { sampleSubdistrict } from '../../support/sample-subdistrict.ts';

const heard = () => {
  const lines = { stdout: '', stderr: '' };
  const io = {
    stdout: { write: (text: string) => (lines.stdout += text) },
    stderr: { write: (text: string) => (lines.stderr += text) },
  };
  return { lines, io };
};

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

describe('the command subdistrict', () => {
  it('adds one from a file of many, chosen by its code, and lists what there is', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'nuanxin-outline-'));
    const file = join(folder, 'outlines.geojson');
    const feature = (code: string, name: string) => ({
      type: 'Feature',
      properties: { name, district: '徐汇区', code_nbs: `${code}000`, attribution: '© someone' },
      geometry: sampleSubdistrict().outline,
    });
    const features = [feature('310104003', '天平路街道'), feature('310104004', '湖南路街道')];
    await writeFile(file, JSON.stringify({ type: 'FeatureCollection', features }));
    const { lines, io } = heard();
    expect(await subdistrict([file, '--code', '310104004', '--licence', 'ODbL-1.0'], io)).toBe(0);
    expect(await findSubdistrict('310104004')).toMatchObject({
      name: '湖南路街道',
      nameEn: 'Hunanlu Subdistrict',
      district: '徐汇区',
      outlineAttribution: '© someone',
    });
    expect(await subdistrict([], io)).toBe(0);
    expect(lines.stdout).toContain('310104004  徐汇区湖南路街道  0');
    await rm(folder, { recursive: true });
  });

  it.each([
    [
      'a ring that is not closed',
      [
        [121.4, 31.2],
        [121.43, 31.2],
        [121.43, 31.23],
        [121.4, 31.23],
      ],
      'not closed',
    ],
    [
      'swapped numbers',
      [
        [31.2, 121.4],
        [31.2, 121.43],
        [31.23, 121.43],
        [31.2, 121.4],
      ],
      'coordinates',
    ],
    [
      'too few corners',
      [
        [121.4, 31.2],
        [121.4, 31.2],
      ],
      'coordinates',
    ],
  ])('refuses %s', async (_, ring, sentence) => {
    const folder = await mkdtemp(join(tmpdir(), 'nuanxin-outline-'));
    const file = join(folder, 'outline.geojson');
    await writeFile(file, JSON.stringify({ type: 'Polygon', coordinates: [ring] }));
    const { lines, io } = heard();
    const args = [file, '--code', '310104009', '--name', 'x', '--district', 'y', '--licence', 'z'];
    expect(await subdistrict(args, io)).toBe(1);
    expect(lines.stderr).toContain(sentence);
    await rm(folder, { recursive: true });
  });
});
