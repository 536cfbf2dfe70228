import { describe, expect, it } from 'vitest';
import { labelPlaces } from '../../../web-map/map/layers/label-places.ts';

const name = { x: 100, y: 100, width: 80, height: 30, isName: true };
const symbolAt = (x: number, y: number) => ({ x, y, width: 24, height: 24 });

describe('a name on the map', () => {
  it('stays where it is while nothing lies there', () => {
    expect(labelPlaces([name], [symbolAt(300, 100)])).toEqual([[0, 0]]);
  });

  it('moves aside for a symbol, but not far from its area', () => {
    const [[dx, dy] = [Number.NaN, Number.NaN]] = labelPlaces([name], [symbolAt(100, 100)]) as [
      number,
      number,
    ][];
    expect(Math.abs(dy)).toBeGreaterThanOrEqual(27);
    expect([Math.abs(dx) <= name.width / 2, Math.abs(dy) <= name.height]).toEqual([true, true]);
  });

  it('hides as little of a symbol as it can where there are symbols all around', () => {
    const around = [60, 100, 140].flatMap((x) => [58, 100, 142].map((y) => symbolAt(x, y)));
    const without = around.filter(({ x, y }) => x !== 140 || y !== 58);
    const [place = [0, 0]] = labelPlaces([name], without);
    expect(place[1]).toBeLessThan(0);
  });

  it('gives way to the label before it, and is dropped where it finds no room', () => {
    const wide = { ...name, isName: false, width: 400, height: 200 };
    expect(labelPlaces([wide, name], [])).toEqual([[0, 0], undefined]);
  });
});
