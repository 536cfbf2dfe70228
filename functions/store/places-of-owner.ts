import type { Place } from '../../shared/place/place.ts';
import { personPartition } from './keys.ts';
import { readPlace } from './places.ts';
import { queryWholeIndex } from './query-index.ts';

/** The places that somebody owns, oldest first, in whatever state. */
export const listPlacesOfOwner = async (personId: string): Promise<Place[]> =>
  (await queryWholeIndex('person', { partition: personPartition(personId, 'place') })).map(({ place }) =>
    readPlace(place?.S),
  );
