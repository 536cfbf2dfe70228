import { describe, expect, it } from 'vitest';
import type { Position } from '../../../shared/geo/position.ts';
import { HUAYANG_SKETCH } from '../../../web-map/map/sketch/huayang.ts';
import { smoothLine } from '../../../web-map/map/sketch/smooth-line.ts';

const METERS_PER_DEGREE = 111_195;

/** Distance from a position to a line, on a plane good enough for one quarter of a city. */
const metersFrom = ([lng, lat]: Position, line: readonly Position[]): number => {
  const east = METERS_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  const flat = line.map(([x, y]) => [(x - lng) * east, (y - lat) * METERS_PER_DEGREE] as const);
  const distances = flat.slice(1).map(([bx, by], index) => {
    const [ax, ay] = flat[index] ?? [bx, by];
    const [dx, dy] = [bx - ax, by - ay];
    const share = Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (dx * dx + dy * dy)));
    return Math.hypot(ax + share * dx, ay + share * dy);
  });
  return Math.min(...distances);
};

describe('the sketch', () => {
  it('goes through every position that was drawn, in order', () => {
    for (const { line } of HUAYANG_SKETCH) {
      const curve = smoothLine(line);
      const found = line.slice(0, -1).map((position) => curve.indexOf(position));
      expect(found).not.toContain(-1);
      expect(found).toEqual([...found].sort((a, b) => a - b));
    }
  });

  it('keeps rings closed', () => {
    for (const { kind, line } of HUAYANG_SKETCH.filter((feature) => feature.kind === 'park')) {
      const curve = smoothLine(line);
      expect(curve.at(-1), kind).toEqual(curve[0]);
    }
  });

  it('strays no further from what was drawn than its accuracy of 50 metres', () => {
    for (const { line } of HUAYANG_SKETCH) {
      for (const position of smoothLine(line)) expect(metersFrom(position, line)).toBeLessThan(50);
    }
  });

  it('leaves a line of two positions as it is', () => {
    const line: [number, number][] = [
      [121, 31],
      [122, 32],
    ];
    expect(smoothLine(line)).toEqual(line);
  });
});
