import { describe, expect, it } from 'vitest';
import { readBuildings } from '../../../web-map/planner/data/read-buildings.ts';

const fileOf = (collection: object) => new File([JSON.stringify(collection)], 'homes.geojson');
const home = {
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [121.41, 31.22] },
  properties: { residents: 12 },
};

describe('readBuildings', () => {
  it('keeps the system that a file declares, which may contradict what somebody chooses', async () => {
    const crs = { type: 'name', properties: { name: 'EPSG:4549' } };
    expect(await readBuildings(fileOf({ type: 'FeatureCollection', crs, features: [home] }))).toMatchObject({
      crs,
      features: [{ properties: { residents: 12 } }],
    });
    expect(await readBuildings(fileOf({ type: 'FeatureCollection', features: [home] }))).not.toHaveProperty(
      'crs',
    );
  });
});
