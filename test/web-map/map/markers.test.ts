// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { Kind } from '../../../shared/place/kind.ts';
import { attributionText } from '../../../web-map/map/map-attribution.ts';
import type { MapWords } from '../../../web-map/map/map-words.ts';
import { clusterIcon, ringOf, shortCount } from '../../../web-map/map/marker/cluster-marker.ts';
import { placeDrawing } from '../../../web-map/map/marker/place-marker.ts';
import { placeShape, shapeClass } from '../../../web-map/map/marker/place-shape.ts';

const words: MapWords = {
  map: '地图',
  zoomIn: '放大',
  zoomOut: '缩小',
  sketchAttribution: '示意图',
  reviewNumber: '审图号',
  illustrative: '示例',
};
const tiles = {
  type: 'tiles' as const,
  urls: ['/t/{z}/{x}/{y}'],
  attribution: '某地图',
  crs: 'wgs84' as const,
  minZoom: 3,
  maxZoom: 18,
};

describe('a marker', () => {
  it('tells each kind by another shape, whatever the colour', () => {
    const bodies = Kind.options.map(
      (kind) => placeShape({ kind, status: 'closed' }).find(({ part }) => part === 'body')?.path,
    );
    expect(new Set(bodies).size).toBe(Kind.options.length);
  });

  it('tells each state by another fill', () => {
    const looks = (['open', 'closing_soon', 'closed', 'unknown'] as const).map((status) =>
      [
        shapeClass({ kind: 'station', status }),
        ...placeShape({ kind: 'station', status }).map(({ part }) => part),
      ].join(),
    );
    expect(new Set(looks).size).toBe(4);
    expect(looks[1]).toContain('level');
  });

  it('grows with the tier and carries its badge', () => {
    const drawn = (tier: 'centre' | 'micro') =>
      placeDrawing({
        id: 'a',
        name: 'a',
        position: [121, 31],
        kind: 'station',
        status: 'open',
        illustrative: false,
        tier,
        badge: 'broken',
      });
    expect(Number(drawn('centre').getAttribute('width'))).toBeGreaterThan(
      Number(drawn('micro').getAttribute('width')),
    );
    expect(drawn('micro').querySelector('.badge-broken')).not.toBeNull();
  });
});

describe('a cluster', () => {
  it('splits its ring by kind, in proportion', () => {
    const degrees = [
      ...ringOf({ station: 3, merchant: 0, facility: 1 }, 4).matchAll(
        /var\(--(\w+)\) ([\d.]+)deg ([\d.]+)deg/g,
      ),
    ]
      .filter(([, colour]) => colour !== 'surface')
      .map(([, colour, from, to]) => [colour, Number(to) - Number(from)] as const);
    expect(degrees.map(([colour]) => colour)).toEqual(['station', 'facility']);
    expect((degrees[0]?.[1] ?? 0) / (degrees[1]?.[1] ?? 1)).toBeCloseTo(3, 5);
  });

  it('has a whole ring where all are of one kind', () => {
    expect(ringOf({ station: 0, merchant: 5, facility: 0 }, 5)).toBe(
      'conic-gradient(from 0deg, var(--merchant) 0.0deg 360.0deg)',
    );
  });

  it('says how many there are', () => {
    const element = clusterIcon({ station: 3, merchant: 0, facility: 1 }).options.html as HTMLElement;
    expect(element.textContent).toBe('4');
  });

  it('writes a large count short', () => {
    expect([7, 999, 1000, 1249, 9949, 9950, 12_400].map(shortCount)).toEqual([
      '7',
      '999',
      '1.0k',
      '1.2k',
      '9.9k',
      '10k',
      '12k',
    ]);
  });
});

describe('the attribution', () => {
  it('is the sketch’s own for the sketch', () => {
    expect(attributionText({ type: 'sketch' }, words)).toBe('示意图');
  });

  it('names the review number wherever the provider has one', () => {
    expect(attributionText(tiles, words)).toBe('某地图');
    expect(attributionText({ ...tiles, reviewNumber: 'GS(2026)1号' }, words)).toBe(
      '某地图 · 审图号 GS(2026)1号',
    );
  });
});
