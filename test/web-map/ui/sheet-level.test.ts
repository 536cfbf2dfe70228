import { describe, expect, it } from 'vitest';
import { levelAfterDrag, sheetHeights } from '../../../web-map/ui/sheet-level.ts';

const HEIGHTS = { peek: 200, half: 400, full: 700 };

describe('levelAfterDrag', () => {
  it('comes to rest at the nearest height when it is laid down', () => {
    expect(levelAfterDrag(290, HEIGHTS, 0)).toBe('peek');
    expect(levelAfterDrag(310, HEIGHTS, 0)).toBe('half');
    expect(levelAfterDrag(600, HEIGHTS, 0.1)).toBe('full');
  });

  it('goes one further in the direction of a flick', () => {
    expect(levelAfterDrag(210, HEIGHTS, 1)).toBe('half');
    expect(levelAfterDrag(450, HEIGHTS, 1)).toBe('full');
    expect(levelAfterDrag(390, HEIGHTS, -1)).toBe('peek');
  });
});

describe('sheetHeights', () => {
  it('grows the peek with its content, but leaves a third of the map in sight', () => {
    expect(sheetHeights(500, 180).peek).toBe(180);
    expect(sheetHeights(500, 480).peek).toBe(325);
  });

  it('keeps the levels in order, whatever the room', () => {
    for (const room of [200, 360, 530, 900])
      for (const needs of [0, 120, 240, 800]) {
        const { peek, half, full } = sheetHeights(room, needs);
        expect(peek).toBeLessThan(half);
        expect(half).toBeLessThan(full);
      }
  });
});
