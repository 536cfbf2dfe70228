import type { PersonCard } from '../../shared/person/person.ts';
import type { Place } from '../../shared/place/place.ts';
import type { PlaceRecord } from '../../shared/place/place-record.ts';
import type { Answer } from '../runtime/answer.ts';
import { listOpenSigns } from '../store/confirmations.ts';
import { findPendingChanges } from '../store/pending-changes.ts';
import { findPersonCards } from '../store/persons.ts';

/** Who looks: staff are told who owns a place, its owner knows. */
type Viewer = 'staff' | 'owner';

/** Places as their owner or staff see them, in their order. */
export const placeRecords = async (
  places: readonly Place[],
  now: Date,
  viewer: Viewer = 'staff',
): Promise<PlaceRecord[]> => {
  const owners = viewer === 'staff' ? places.flatMap(({ owner }) => owner ?? []) : [];
  const [signs, pending, cards] = await Promise.all([
    openSignsOf(places, now),
    findPendingChanges(places.map(({ id }) => id)),
    findPersonCards(owners),
  ]);
  return places.map((place) =>
    record(place, {
      openSigns: signs.get(place.id) ?? 0,
      pendingChange: pending.get(place.id),
      ownerCard: cards.get(place.owner ?? ''),
    }),
  );
};

/** The answer with one place and its version. */
export const placeAnswer = async (place: Place, now: Date, viewer?: Viewer): Promise<Answer<PlaceRecord>> => {
  const [body] = await placeRecords([place], now, viewer);
  return { body: body as PlaceRecord, headers: { etag: `"${place.version}"` } };
};

const record = (
  { searchKey, owner, ...place }: Place,
  more: { openSigns: number; pendingChange: string | undefined; ownerCard: PersonCard | undefined },
): PlaceRecord => ({
  ...place,
  hasOwner: owner !== undefined,
  openSigns: more.openSigns,
  ...(more.pendingChange && { pendingChange: more.pendingChange }),
  ...(more.ownerCard && { ownerCard: more.ownerCard }),
});

/** How many open signs each place has; every subdistrict among them is read once. */
const openSignsOf = async (places: readonly Place[], now: Date): Promise<Map<string, number>> => {
  const counts = new Map<string, number>();
  for (const subdistrict of new Set(places.map((place) => place.subdistrict))) {
    for (const { place } of await listOpenSigns(subdistrict, now))
      counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return counts;
};
