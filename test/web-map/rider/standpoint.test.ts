import { describe, expect, it } from 'vitest';
import { isInBbox, originOf, tilesToLoad } from '../../../web-map/rider/state/standpoint.ts';

const CHOSEN: [number, number] = [121.41, 31.21];
const OWN: [number, number] = [121.42, 31.22];
const CENTRE: [number, number] = [121.43, 31.23];

describe('originOf', () => {
  it('takes the chosen point before the own position, and that before the middle of the map', () => {
    expect(originOf(CHOSEN, OWN, CENTRE)).toEqual({ position: CHOSEN, kind: 'chosen' });
    expect(originOf(undefined, OWN, CENTRE)).toEqual({ position: OWN, kind: 'own' });
    expect(originOf(undefined, undefined, CENTRE)).toEqual({ position: CENTRE, kind: 'centre' });
  });
});

describe('tilesToLoad', () => {
  it('loads the view and what lies around the origin, each tile once', () => {
    const view: [number, number, number, number] = [121.41, 31.215, 121.42, 31.222];
    const here = tilesToLoad(view, [121.415, 31.2185], 1000);
    expect(new Set(here.map(({ x, y }) => `${x}/${y}`)).size).toBe(here.length);
    const far = tilesToLoad(view, [121.5, 31.3], 1000);
    expect(far.length).toBeGreaterThan(here.length);
    expect(far).toEqual(expect.arrayContaining([{ x: 13721, y: 6690 }]));
  });
});

it('counts the edge of a box to it', () => {
  expect(isInBbox([1, 2], [1, 2, 3, 4])).toBe(true);
  expect(isInBbox([0.9, 2], [1, 2, 3, 4])).toBe(false);
});
