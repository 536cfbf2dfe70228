import type { Place } from '../../shared/place/place.ts';
import type { Authorship } from './change-items.ts';

/** One place that is new (`before` absent) or differs from what was read, and who changed it, when and why. */
export type PlaceChange = {
  before?: Place | undefined;
  after: Place;
  /** What makes it unique: its id within a source. Written where it is given, refused where another place holds it. */
  uniqueness?: { source: string; externalId: string } | undefined;
  change: Authorship;
};
