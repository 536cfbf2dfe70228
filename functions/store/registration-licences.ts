import type { Place } from '../../shared/place/place.ts';
import { isOnMap } from '../../shared/place/place-summary.ts';
import { holdLicence, releaseLicence } from './licences.ts';
import type { WriteOperation } from './transact.ts';

/** The writes that keep a licence to the place on the map that has it, and set free what a place gives up. */
export const licenceMoveOperations = (before: Place | undefined, after: Place): WriteOperation[] => {
  const [had, has] = [before && licenceOf(before), licenceOf(after)];
  if (had === has) return [];
  return [...(had ? [releaseLicence(had)] : []), ...(has ? [holdLicence(has, after.id)] : [])];
};

const licenceOf = (place: Place): string | undefined => (isOnMap(place) ? place.licenceCode : undefined);
