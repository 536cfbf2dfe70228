import { describe, expect, it } from 'vitest';
import { Area } from '../../../shared/area/area.ts';
import { hasErrors } from '../../../shared/area/area-finding.ts';
import { importAreas } from '../../../shared/area/import-areas.ts';
import type { Ring } from '../../../shared/area/plane.ts';
import type { Position } from '../../../shared/geo/position.ts';
import { sampleSubdistrict } from '../../support/sample-subdistrict.ts';

const subdistrict = sampleSubdistrict();
const SOURCE = { name: '测试', date: '2026-11-01', illustrative: false };
const METER = 1 / 111_195;
const MIDDLE: Position = [121.415, 31.2175];

/** What an import finds of rings, each an area of its own; the first of a list is the outer one. */
const imported = (areas: readonly (readonly Ring[])[]) => {
  const features = areas.map((coordinates, index) => ({
    type: 'Feature',
    properties: { code: `${index}`, name: `第${index}区` },
    geometry: { type: 'Polygon', coordinates },
  }));
  const answer = importAreas({
    subdistrict,
    kind: 'grid',
    crs: 'wgs84',
    source: SOURCE,
    collection: { features },
    before: [],
  });
  // Whatever could be stored can be read again.
  if (!hasErrors(answer.findings)) for (const area of answer.areas) Area.parse(area);
  return { ...answer, codes: new Set(answer.findings.map(({ code }) => code)) };
};
const times = <Made>(count: number, make: (index: number) => Made): Made[] =>
  Array.from({ length: count }, (_, index) => make(index));
const closed = (ring: Ring): Ring => [...ring, ring[0] as Position];
const circle = (meters: number, corners: number, eastMeters = 0, turn = 0): Ring =>
  closed(
    times(corners, (index) => {
      const angle = (2 * Math.PI * index) / corners + turn;
      return [
        MIDDLE[0] + (eastMeters + meters * Math.cos(angle)) * METER,
        MIDDLE[1] + meters * Math.sin(angle) * METER,
      ];
    }),
  );
/** Numbers between 0 and 1 in a fixed order that looks like chance. */
const noise = (index: number): number => Math.abs(Math.sin(index * 12.9898) * 43_758.5453) % 1;

describe('an import of areas made to be slow answers within seconds', () => {
  it('takes 200 rings, each around the one before', () => {
    const rings = times(200, (index) => {
      const outer = circle(5 * index + 10, 49);
      return index === 0 ? [outer] : [outer, circle(5 * index + 5, 49).toReversed()];
    });
    const { areas, codes } = imported(rings);
    expect(areas).toHaveLength(200);
    expect([...codes]).toEqual(['not_covered']);
  });

  it('tells overlaps of 200 circles, each around the one before', () => {
    const { findings } = imported(times(200, (index) => [circle(5 * index + 10, 99)]));
    expect(findings.filter(({ code }) => code === 'overlap')).toHaveLength(200);
  });

  it('snaps 200 strips whose common borders are drawn twice, a millimetre or two metres apart', () => {
    for (const away of [0.001, 2]) {
      const side = (lng: number, seed: number): Ring =>
        times(49, (index) => [
          lng + (noise(seed + index) - 0.5) * away * METER,
          31.2 + (0.035 * index) / 48 + (noise(seed * 2 + index) - 0.5) * away * METER,
        ]);
      const strips = times(200, (index) => [
        closed([
          ...side(121.4 + 0.00015 * (index + 1), index),
          ...side(121.4 + 0.00015 * index, index + 500).reverse(),
        ]),
      ]);
      const { areas, codes } = imported(strips);
      expect(areas).toHaveLength(200);
      expect([...codes].filter((code) => code !== 'snapped')).toEqual([]);
    }
  });

  it('refuses 200 circles that lie over one another, as what divides nothing', () => {
    const { findings } = imported(times(200, (index) => [circle(500, 99, index * 5, index)]));
    expect(findings.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'entangled', values: { crossings: 10_000 } },
    ]);
  });

  it('refuses 200 stars turned against each other, whose borders cross millions of times', () => {
    const star = (turn: number): Ring =>
      closed(
        times(98, (index) => {
          const [angle, meters] = [(Math.PI * index) / 49 + turn, index % 2 === 0 ? 100 : 1200];
          return [MIDDLE[0] + meters * Math.cos(angle) * METER, MIDDLE[1] + meters * Math.sin(angle) * METER];
        }),
      );
    expect(imported(times(200, (index) => [star(index / 100)])).codes).toContain('entangled');
  });

  it('mends 200 scribbles, each crossing itself dozens of times, or says what it cannot', () => {
    const scribbles = times(200, (area) => [
      closed(
        times(14, (corner) => [
          MIDDLE[0] + (noise(area * 14 + corner) - 0.5) * 0.02,
          MIDDLE[1] + (noise(area * 14 + corner + 7000) - 0.5) * 0.02,
        ]),
      ),
    ]);
    const { findings, codes } = imported(scribbles);
    expect(findings.filter(({ code }) => code === 'self_crossing').length).toBeGreaterThan(190);
    expect(codes).toContain('entangled');
    const few = imported(scribbles.slice(0, 15));
    expect(few.codes).toContain('overlap');
    expect(hasErrors(few.findings)).toBe(false);
  });

  it('leaves an area as it was drawn that would take all the corners of a neighbour, many times over', () => {
    const dense = closed([
      ...times(1800, (index): Position => [121.401 + index * 1.4e-5, 31.21]),
      [121.428, 31.212],
      [121.401, 31.212],
    ]);
    const zigzag = (area: number): Ring =>
      closed([
        ...times(
          40,
          (index): Position => [
            index % 2 === 0 ? 121.4021 + index * 1e-6 : 121.426 + index * 1e-6,
            31.21 - index * 1e-7,
          ],
        ),
        [121.4021, 31.209 - area * 1e-5],
      ]);
    const { areas, findings } = imported([[dense], ...times(20, (area) => [zigzag(area)])]);
    const corners = areas.map(({ outline }) => outline.coordinates.flat(2).length);
    expect(Math.max(...corners)).toBeLessThan(4000);
    expect(findings.length).toBeGreaterThan(0);
  });

  it('draws four borders of 50,000 corners coarser, and refuses those that stay too fine', () => {
    const round = times(4, (index) => [circle(400 + index * 100, 50_000)]);
    expect(imported(round).findings.filter(({ code }) => code === 'simplified')).toHaveLength(4);
    const noisy = round.map(([ring]) => [
      closed(
        (ring as Ring)
          .slice(1)
          .map(
            ([lng, lat], index): Position => [
              lng + noise(index) * 20 * METER,
              lat + noise(index + 0.5) * 20 * METER,
            ],
          ),
      ),
    ]);
    expect(imported(noisy).codes).toContain('area_too_large');
  });

  it('says of an open ring that is also drawn coarser both', () => {
    const open = circle(400, 5000).slice(0, -1);
    expect([...imported([[open]]).codes]).toEqual(['ring_closed', 'simplified', 'not_covered']);
  });

  it('refuses an area that reaches for kilometres beyond its subdistrict', () => {
    const far = closed([
      [121.41, 31.21],
      [121.42, 31.21],
      [111.42, 31.22],
    ]);
    expect(imported([[far]]).findings).toMatchObject([{ severity: 'error', code: 'far_outside', at: 1 }]);
  });
});
