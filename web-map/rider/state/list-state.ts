import { isOpen } from '../../../shared/place/place-open-state.ts';
import { nearestOpen, type RankedPlace } from '../../../shared/place/rank.ts';

/** Below this zoom the map shows counts per subdistrict and the list asks to come nearer. */
export const PLACES_FROM_ZOOM = 13;

/** What the list is made from. */
export type ListInput = {
  zoom: number;
  now: Date;
  /** How the tiles of the view stand: some still on their way, some that could not be had. */
  tiles: {
    /** Nothing complete was shown yet, and tiles near the origin are missing: the nearest is not known. */
    first: boolean;
    loading: boolean;
    failed: boolean;
    offline: boolean;
    savedAt: string | undefined;
  };
  /** How many places the view holds at all. */
  placesInView: number;
  /** What fits the filters in the view, open or not, nearest first. */
  matching: readonly RankedPlace[];
  openNow: boolean;
  /** The nearest open place that fits, in or beyond the view, as far as tiles are known. */
  nearestOpenAnywhere: RankedPlace | undefined;
};

type Results = { answer: RankedPlace; others: readonly RankedPlace[] };

/** The seven states of the list. */
export type ListState =
  | { name: 'loading' }
  | ({ name: 'results' } & Results)
  /** The same, from places saved earlier: at `savedAt`, without a network or with a service that does not answer. */
  | ({ name: 'saved_results'; savedAt: string; offline: boolean } & Results)
  /** Places fit, none of them is open. `closed` is what to show below, empty when only open ones are wanted. */
  | { name: 'none_open'; nearest: RankedPlace | undefined; closed: readonly RankedPlace[]; hidden: number }
  | { name: 'none_found' }
  | { name: 'nothing_here'; reason: 'zoom_in' | 'empty' }
  | { name: 'failed'; offline: boolean };

/** Names what the list has to say. Places that are there win over tiles that are missing. */
export function listState(input: ListInput): ListState {
  const { tiles, matching } = input;
  if (input.zoom < PLACES_FROM_ZOOM) return { name: 'nothing_here', reason: 'zoom_in' };
  if (tiles.first) return { name: 'loading' };
  if (matching.length === 0) {
    if (tiles.loading) return { name: 'loading' };
    if (tiles.failed) return { name: 'failed', offline: tiles.offline };
    return input.placesInView > 0 ? { name: 'none_found' } : { name: 'nothing_here', reason: 'empty' };
  }
  const answer = nearestOpen(matching, input.now);
  if (!answer) {
    const closed = input.openNow ? [] : matching;
    return {
      name: 'none_open',
      nearest: input.nearestOpenAnywhere,
      closed,
      hidden: matching.length - closed.length,
    };
  }
  const shown = input.openNow ? matching.filter(({ openState }) => isOpen(openState)) : matching;
  const results = { answer, others: shown.filter((place) => place !== answer) };
  return tiles.savedAt
    ? { name: 'saved_results', savedAt: tiles.savedAt, offline: tiles.offline, ...results }
    : { name: 'results', ...results };
}
