import type { SubdistrictFeature } from '../../../shared/api/answers.ts';
import { ApiError, addressOf } from '../../../shared/api/client.ts';
import type { Area, Building, DataSource } from '../../../shared/area/area.ts';
import { networkOrigin } from '../../../shared/coverage/network/network-file.ts';
import type { Standard } from '../../../shared/coverage/standard.ts';
import { type Bbox, bboxOfDisc, tilesOfBbox } from '../../../shared/geo/tile.ts';
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
  standards: readonly Standard[];
  /** The version that a change of the standards holds for. */
  standardsVersion: number;
};

/** So far beyond the border facilities are counted with. */
const AROUND_METERS = 2000;

/** Loads everything but the street network, which only some questions need. */
export async function loadData(subdistrict: SubdistrictFeature): Promise<LoadedData> {
  const params = { code: subdistrict.id };
  const [{ areas }, { buildings, source: buildingsSource }, { standards, version }, places] =
    await Promise.all([
      call('listAreas', { params }),
      call('listBuildings', { params }),
      call('getStandards', { params }),
      loadPlaces(bboxOfOutlines([subdistrict.geometry])),
    ]);
  return { subdistrict, areas, buildings, buildingsSource, standards, standardsVersion: version, places };
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

const loadPlaces = async ([west, south, east, north]: Bbox): Promise<PlaceFeature[]> => {
  const [first, last] = [bboxOfDisc([west, south], AROUND_METERS), bboxOfDisc([east, north], AROUND_METERS)];
  const tiles = tilesOfBbox([first[0], first[1], last[2], last[3]]);
  const answers = await Promise.all(tiles.map((tile) => anonymousCall('getTile', { params: tile })));
  return answers.flatMap(({ features }) => features);
};
