import type { SubdistrictFeature } from '../../../shared/api/answers.ts';
import { ApiError, addressOf } from '../../../shared/api/client.ts';
import type { Area, Building, DataSource } from '../../../shared/area/area.ts';
import { networkOrigin } from '../../../shared/coverage/network/network-file.ts';
import type { Standard } from '../../../shared/coverage/standard.ts';
import { bboxOfDisc, type Tile, tileName, tilesOfBbox } from '../../../shared/geo/tile.ts';
import type { PlaceFeature } from '../../../shared/place/place-summary.ts';
import { anonymousCall, call } from '../../session/session-store.ts';
import { bboxOfOutlines } from '../parts/bbox-of-outlines.ts';

/** What a subdistrict is planned with. */
export type LoadedData = {
  subdistrict: SubdistrictFeature;
  areas: readonly Area[];
  /** Without a source nobody loaded any. */
  buildings: readonly Building[];
  buildingsSource: DataSource | undefined;
  /** Of the subdistrict and of its surroundings: who lives at the border crosses it. */
  places: readonly PlaceFeature[];
  /** So far beyond the border places are loaded. */
  marginMeters: number;
  standards: readonly Standard[];
  /** The version that a change of the standards holds for. */
  standardsVersion: number;
};

/** Loads everything but the street network, which only some questions need. */
export async function loadData(subdistrict: SubdistrictFeature, marginMeters: number): Promise<LoadedData> {
  const params = { code: subdistrict.id };
  const [{ areas }, { buildings, source: buildingsSource }, { standards, version }, places] =
    await Promise.all([
      call('listAreas', { params }),
      call('listBuildings', { params }),
      call('getStandards', { params }),
      placesOf(tilesAround(subdistrict, marginMeters)),
    ]);
  return {
    subdistrict,
    areas,
    buildings,
    buildingsSource,
    standards,
    standardsVersion: version,
    places,
    marginMeters,
  };
}

/** The same data with places farther beyond the border; what is there already is not fetched again. */
export async function widenData(loaded: LoadedData, marginMeters: number): Promise<LoadedData> {
  const { subdistrict, places } = loaded;
  const known = new Set(tilesAround(subdistrict, loaded.marginMeters).map(tileName));
  const more = tilesAround(subdistrict, marginMeters).filter((tile) => !known.has(tileName(tile)));
  return { ...loaded, places: [...places, ...(await placesOf(more))], marginMeters };
}

/** The street network in its compact form; undefined where none is stored. */
export async function loadNetwork(code: string): Promise<ArrayBuffer | undefined> {
  const answer = await fetch(addressOf('getNetwork', { params: { code } }));
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new ApiError(answer.status, undefined);
  const streets = await answer.arrayBuffer();
  // Throws where something else came: a page of a proxy.
  networkOrigin(new Uint8Array(streets));
  return streets;
}

const tilesAround = ({ geometry }: SubdistrictFeature, meters: number): Tile[] => {
  const [west, south, east, north] = bboxOfOutlines([geometry]);
  const [left, bottom] = bboxOfDisc([west, south], meters);
  const [, , right, top] = bboxOfDisc([east, north], meters);
  return tilesOfBbox([left, bottom, right, top]);
};

const placesOf = async (tiles: readonly Tile[]): Promise<PlaceFeature[]> => {
  const answers = await Promise.all(tiles.map((tile) => anonymousCall('getTile', { params: tile })));
  return answers.flatMap(({ features }) => features);
};
