import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lettersAlong } from '../../../web-map/map/sketch/letters-along.ts';

describe('letters along a line', () => {
  it('stand centred on a level line, as far apart as asked', () => {
    const line = [
      { x: 0, y: 50 },
      { x: 100, y: 50 },
    ];
    expect(lettersAlong(line, '武夷路', 20)).toEqual([
      { x: 30, y: 50, degrees: 0 },
      { x: 50, y: 50, degrees: 0 },
      { x: 70, y: 50, degrees: 0 },
    ]);
  });

  it('are read from left to right on a line that was drawn from right to left', () => {
    const line = [
      { x: 100, y: 0 },
      { x: 0, y: 20 },
    ];
    const letters = lettersAlong(line, '长宁路', 20) ?? [];
    expect(letters.map(({ x }) => x)).toEqual([...letters.map(({ x }) => x)].sort((a, b) => a - b));
    for (const { degrees } of letters) expect(degrees).toBeCloseTo(-11.3, 1);
  });

  it('stand upright one below the other on a steep line that was drawn upwards', () => {
    const line = [
      { x: 10, y: 200 },
      { x: 0, y: 0 },
    ];
    const letters = lettersAlong(line, '凯旋路', 20) ?? [];
    expect(letters.map(({ degrees }) => degrees)).toEqual([0, 0, 0]);
    expect(letters[0]?.y).toBeLessThan(letters[2]?.y ?? 0);
  });

  it('are left out where the line is shorter than the name', () => {
    const line = [
      { x: 0, y: 0 },
      { x: 40, y: 0 },
    ];
    expect(lettersAlong(line, '武夷路', 20)).toBeUndefined();
  });

  it('never leave the box of their line, wherever they are asked to stand', () => {
    const pixel = fc.record({ x: fc.integer({ min: 0, max: 500 }), y: fc.integer({ min: 0, max: 500 }) });
    fc.assert(
      fc.property(
        fc.array(pixel, { minLength: 2, maxLength: 8 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (line, at) => {
          const letters = lettersAlong(line, '安化路', 14, at) ?? [];
          const [xs, ys] = [line.map(({ x }) => x), line.map(({ y }) => y)];
          for (const { x, y, degrees } of letters) {
            expect(x).toBeGreaterThanOrEqual(Math.min(...xs) - 1e-6);
            expect(x).toBeLessThanOrEqual(Math.max(...xs) + 1e-6);
            expect(y).toBeGreaterThanOrEqual(Math.min(...ys) - 1e-6);
            expect(y).toBeLessThanOrEqual(Math.max(...ys) + 1e-6);
            expect(Math.abs(degrees)).toBeLessThanOrEqual(90);
          }
        },
      ),
    );
  });
});
