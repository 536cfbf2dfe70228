import type { placeRoutes } from '../../shared/api/place-routes.ts';
import type { Place } from '../../shared/place/place.ts';
import { WorkReason } from '../../shared/place/work-item.ts';
import { type OpenSigns, type Work, workReasons } from '../../shared/place/work-reasons.ts';
import type { Operation } from '../runtime/define-function.ts';
import { listOpenSigns } from '../store/confirmations.ts';
import { listAllPlacesOfSubdistrict } from '../store/places.ts';
import { keeps } from './keeps.ts';
import { placeRecords } from './place-record.ts';

/** The oldest of a list that nobody reads to its end; the counts tell how many there are. */
const MOST_ITEMS = 300;

type Found = { place: Place; work: Work[]; signs: OpenSigns; since: string | undefined };

/** What should be looked after, the oldest matter first. */
export const listWork: Operation<typeof placeRoutes.listWork> = async ({ query, session, now }) => {
  const { subdistrict, reason, grid } = query;
  const signs = signsByPlace(await listOpenSigns(subdistrict, now));
  const places = await listAllPlacesOfSubdistrict(subdistrict, ['published', 'suspended']);
  const found = places
    .filter((place) => keeps(session, place) && (grid === undefined || place.grid === grid))
    .map((place): Found => {
      const ofPlace = signs.get(place.id) ?? { counts: {} };
      const work = workReasons(place, ofPlace, now);
      const relevant = reason === undefined ? work : work.filter((each) => each.reason === reason);
      return { place, work, signs: ofPlace, since: relevant.flatMap(({ since }) => since ?? []).sort()[0] };
    })
    .filter(({ work }) => work.length > 0);
  const counts = Object.fromEntries(
    WorkReason.options.map((each) => [each, found.filter(({ work }) => has(work, each)).length]),
  ) as Record<WorkReason, number>;
  const shown = found
    .filter(({ work }) => reason === undefined || has(work, reason))
    // Of what nobody dated, nobody knows that it can wait.
    .sort((a, b) => (a.since ?? '').localeCompare(b.since ?? '') || a.place.id.localeCompare(b.place.id))
    .slice(0, MOST_ITEMS);
  const records = await placeRecords(
    shown.map(({ place }) => place),
    now,
  );
  const items = shown.flatMap((each, index) => {
    const place = records[index];
    return place ? [itemOf(place, each)] : [];
  });
  return { body: { items, counts } };
};

const itemOf = (place: Awaited<ReturnType<typeof placeRecords>>[number], { work, signs, since }: Found) => ({
  place,
  reasons: work.map(({ reason }) => reason),
  signs: { still_there: 0, wrong_information: 0, door_locked: 0, ...signs.counts },
  ...(since !== undefined && { since }),
});

const has = (work: readonly Work[], reason: WorkReason): boolean =>
  work.some((each) => each.reason === reason);

const signsByPlace = (signs: Awaited<ReturnType<typeof listOpenSigns>>): Map<string, OpenSigns> => {
  const byPlace = new Map<string, OpenSigns>();
  for (const { place, kind, at } of signs) {
    const { counts, since = at } = byPlace.get(place) ?? { counts: {} };
    byPlace.set(place, { counts: { ...counts, [kind]: (counts[kind] ?? 0) + 1 }, since });
  }
  return byPlace;
};
