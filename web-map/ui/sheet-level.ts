/** The heights a sheet rests at. */
export type SheetLevel = 'peek' | 'half' | 'full';

export const SHEET_LEVELS: readonly SheetLevel[] = ['peek', 'half', 'full'];

export type SheetHeights = Readonly<Record<SheetLevel, number>>;

/** The three heights in pixels, from the room there is and from what the peek needs; large text needs more. */
export function sheetHeights(room: number, peekNeeds: number): SheetHeights {
  const peek = Math.min(peekNeeds, room * 0.65);
  return { peek, half: Math.min(Math.max(room * 0.55, peek + 120), room * 0.85), full: room };
}

/** Pixels per millisecond from which letting go is a flick. */
const FLICK = 0.5;

/** The level a sheet comes to rest at when it is let go: the nearest one, after a flick the next one in its direction. */
export function levelAfterDrag(height: number, heights: SheetHeights, speed: number): SheetLevel {
  if (speed > FLICK) return SHEET_LEVELS.find((level) => heights[level] > height) ?? 'full';
  if (speed < -FLICK) return [...SHEET_LEVELS].reverse().find((level) => heights[level] < height) ?? 'peek';
  return SHEET_LEVELS.reduce((best, level) =>
    Math.abs(heights[level] - height) < Math.abs(heights[best] - height) ? level : best,
  );
}
