import { describe, expect, it } from 'vitest';
import { readCollection } from '../../../web-map/planner/data/read-collection.ts';

const COLLECTION = { type: 'FeatureCollection', features: [{ type: 'Feature' }] };
const fileOf = (text: string) => new File([text], 'borders.geojson');

describe('readCollection', () => {
  it('reads a collection, with or without a mark in front of it', async () => {
    const text = JSON.stringify(COLLECTION);
    expect(await readCollection(fileOf(text), 1000)).toEqual(COLLECTION);
    expect(await readCollection(fileOf(`\ufeff${text}`), 1000)).toEqual(COLLECTION);
  });

  it('takes a file of just the size it may have, and none that is larger', async () => {
    const file = fileOf(JSON.stringify(COLLECTION));
    expect(await readCollection(file, file.size)).toEqual(COLLECTION);
    expect(await readCollection(file, file.size - 1)).toBe('too_large');
  });

  it.each(['null', '[]', '{"type":"Feature"}', '{"type":"FeatureCollection","features":{}}'])(
    'refuses %s, which is no collection',
    async (text) => {
      expect(await readCollection(fileOf(text), 1000)).toBe('unreadable');
    },
  );

  it('rejects what is no JSON', async () => {
    await expect(readCollection(fileOf('<xml/>'), 1000)).rejects.toThrow(SyntaxError);
  });
});
