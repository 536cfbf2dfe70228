import { describe, expect, it } from 'vitest';
import { saveSubdistrict } from '../../../functions/store/save-subdistrict.ts';
import { convertPosition } from '../../../shared/geo/crs.ts';
import type { Position } from '../../../shared/geo/position.ts';
import { importHarness } from '../../support/run-import.ts';
import { sampleSubdistrict } from '../../support/sample-subdistrict.ts';

const { importFile, listPublished } = importHarness();

const file = (positions: readonly Position[]) =>
  `name,category,坐标\n${positions.map((position, index) => `P${index},bank,"${position.join(',')}"\n`).join('')}`;

describe('a position', () => {
  it('is converted to WGS-84, and the numbers as given are kept', async () => {
    const given = convertPosition([121.4122, 31.2207], 'wgs84', 'gcj02');
    await importFile(`name,category,lng,lat,crs\nQ,bank,${given.join(',')},GCJ-02\n`);
    const place = (await listPublished()).find(({ name }) => name === 'Q');
    expect(place?.position[0]).toBeCloseTo(121.4122, 5);
    expect(place?.position[1]).toBeCloseTo(31.2207, 5);
    expect(place?.givenPosition).toEqual({ crs: 'gcj02', position: given });
  });

  it('that is swapped is an error which says so', async () => {
    const { code, said } = await importFile(file([[31.21, 121.41]]));
    expect(code).toBe(1);
    expect(said).toContain('longitude and latitude are swapped: longitude is 121.41, latitude 31.21');
  });

  it('outside China is an error', async () => {
    const { code, said } = await importFile(file([[2.35, 48.85]]));
    expect(code).toBe(1);
    expect(said).toContain('outside China');
  });

  it('just beyond the border is within the tolerance, further out it is told how far and where it fell', async () => {
    await saveSubdistrict(
      sampleSubdistrict({
        code: '310105002',
        name: '江苏路街道',
        outline: {
          type: 'Polygon',
          coordinates: [
            [
              [121.43, 31.2],
              [121.44, 31.2],
              [121.44, 31.235],
              [121.43, 31.235],
              [121.43, 31.2],
            ],
          ],
        },
      }),
    );
    const { code, said } = await importFile(
      file([
        [121.4304, 31.21],
        [121.432, 31.21],
      ]),
      'csv',
      '--dry-run',
    );
    expect(code).toBe(0);
    expect(said).not.toMatch(/\bP0\b/);
    expect(said).toMatch(/P1 +190 m outside 华阳路街道, in 江苏路街道/);
  });

  it('that another CRS would put inside names that CRS, and a majority of them says it once at the top', async () => {
    // Read as WGS-84, GCJ-02 numbers lie about 470 m too far east.
    const inside: Position[] = [
      [121.4285, 31.21],
      [121.429, 31.22],
      [121.4293, 31.23],
      [121.401, 31.23],
      [121.4012, 31.22],
    ];
    const given = inside.map((position) => convertPosition(position, 'wgs84', 'gcj02'));
    const { said } = await importFile(file([...given, [121.5, 31.3]]), 'csv', '--dry-run');
    expect(said).toMatch(/P0 +\d+ m outside .*it would be inside if the numbers were GCJ-02/);
    expect(said).toMatch(/P5 +about \d+ km outside 华阳路街道\n/);
    expect(said).toContain(
      '4 points lie outside, 3 of them would be inside if read as GCJ-02 (AMap, Tencent)',
    );
    expect(said).toContain('--crs gcj02');
  });

  it('at the edge blames no CRS: turned back it must lie well inside', async () => {
    // 30 m inside the eastern border, once converted: within what a generalised border errs.
    const edge = convertPosition([121.42969, 31.215], 'wgs84', 'gcj02');
    const { said } = await importFile(file([edge]), 'csv', '--dry-run');
    expect(said).toMatch(/P0 +\d+ m outside 华阳路街道/);
    expect(said).not.toContain('GCJ-02');
  });

  it('blames no CRS that would take as many rows out as it would bring in', async () => {
    const west = Array.from({ length: 10 }, (_, index): Position => [121.4011 + index * 0.0001, 31.2205]);
    const east = [31.21, 31.22].map((lat) => convertPosition([121.429, lat], 'wgs84', 'gcj02'));
    const { said } = await importFile(file([...west, ...east]), 'csv', '--dry-run');
    expect(said).toMatch(/P10 .*it would be inside if the numbers were GCJ-02/);
    expect(said).not.toContain('--crs');
  });

  it('blames no CRS for all when nearly all rows lie inside as they are', async () => {
    const inside = Array.from({ length: 60 }, (_, index): Position => [121.41 + index * 0.0002, 31.2205]);
    const { said } = await importFile(
      file([
        ...inside,
        convertPosition([121.429, 31.21], 'wgs84', 'gcj02'),
        convertPosition([121.429, 31.22], 'wgs84', 'gcj02'),
      ]),
      'csv',
      '--dry-run',
    );
    expect(said).toMatch(/P60 .*it would be inside if the numbers were GCJ-02/);
    expect(said).not.toContain('--crs gcj02');
  });
});
