import { MOST_BUILDING_BYTES, MOST_BUILDINGS } from '../../../shared/area/area-limits.ts';
import { shortBuilding } from '../../../shared/area/building-feature.ts';
import { type Collection, type Refusal, readCollection } from './read-collection.ts';

/** Of the file: polygons are sent as points. */
const MOST_FILE_BYTES = 40_000_000;

/** The points and people of a file, and the system it declares: its polygons may be many times as large. */
export const readBuildings = async (file: File): Promise<Collection | Refusal> => {
  const read = await readCollection(file, MOST_FILE_BYTES);
  if (typeof read === 'string') return read;
  const features = read.features.map(shortBuilding);
  const isTooLarge =
    features.length > MOST_BUILDINGS || JSON.stringify(features).length > MOST_BUILDING_BYTES * 0.95;
  if (isTooLarge) return 'too_large';
  return { type: 'FeatureCollection', features, ...(read.crs !== undefined && { crs: read.crs }) };
};
