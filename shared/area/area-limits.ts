/** Limits of what is loaded, each told in the finding that names it. */

/** Of a kind in a subdistrict. */
export const MOST_AREAS = 200;

/** What a request may bring of them, so that a file with too many is told so in words. */
export const MOST_GIVEN_AREAS = 1000;

/** Of one area as it was given: more is refused before anything is reckoned. */
export const MOST_GIVEN_VERTICES = 60_000;

/** Of all areas of a kind as they are kept. */
export const MOST_VERTICES = 20_000;

/** Of one ring as it is kept, so that every reader takes it. */
export const MOST_RING_VERTICES = 1900;

/** Of one area as JSON, so that an item holds it. */
export const MOST_AREA_BYTES = 39_000;

/** A hand slips a few times; a border that crosses itself so often is none. */
export const MOST_CROSSINGS = 100;

/** Borders of neighbours that cross so often once they are snapped divide nothing. */
export const MOST_CROSSINGS_TOGETHER = 10_000;

/** An area that reaches so far beyond the border of its subdistrict has a digit wrong. */
export const MOST_METERS_OUTSIDE = 5000;

/** A border drawn finer than this is drawn coarser, by the first of these that makes it fit. */
export const SIMPLIFY_METERS = [0.5, 1, 2, 5] as const;

/** Borders of neighbours that are this near to each other are one border. */
export const SNAP_METERS = 3;

/** A piece or a hole that is smaller, or narrower, than this is left out. */
export const SLIVER_SQUARE_METERS = 50;
export const SLIVER_WIDTH_METERS = 0.5;

/** Neighbours that share more than this overlap. */
export const OVERLAP_SQUARE_METERS = 50;

/** Buildings of a subdistrict, and what an import of them may take: a polygon is sent as the point in its middle. */
export const MOST_BUILDINGS = 20_000;
export const MOST_BUILDING_BYTES = 5_000_000;

/** What an import of buildings tells one by one; the rest is told as a number. */
export const MOST_FINDINGS = 100;
