/** A label as it lies on the map: the middle of its own place, and how large it is, in pixels. */
export type LabelBox = { x: number; y: number; width: number; height: number };

/** A label that may move; the name of an area, which stands for where it lies, by a line or a few letters at most. */
export type MovableBox = LabelBox & { isName: boolean };

export type Move = readonly [dx: number, dy: number];

/** So much air stays between two labels. */
const AIR_PIXELS = 2;

/** Where a label tries to lie, its own place first, then ever further from it; in its own widths and heights. */
const TRIES: readonly Move[] = [
  [0, 0],
  ...[0.6, 1.1, 1.6].flatMap((far): Move[] => [
    [0, far],
    [0, -far],
    [far / 2, far],
    [-far / 2, far],
    [far / 2, -far],
    [-far / 2, -far],
    [far / 1.5, 0],
    [-far / 1.5, 0],
  ]),
];

const NAME_TRIES: readonly Move[] = [
  [0, 0],
  [0, 0.6],
  [0, -0.6],
  [0, 0.9],
  [0, -0.9],
  [0.42, 0],
  [-0.42, 0],
  [0.42, 0.6],
  [-0.42, 0.6],
  [0.42, -0.6],
  [-0.42, -0.6],
];

/**
 * Labels avoid each other. They come in the order of their weight: each takes the nearest place that is free of the
 * labels before it and of symbols, or hides as little of a symbol as it can; one that finds none is dropped
 * (undefined). What it says stands in the lists beside the map.
 */
export function labelPlaces(
  labels: readonly MovableBox[],
  symbols: readonly LabelBox[],
): readonly (Move | undefined)[] {
  const taken: LabelBox[] = [];
  return labels.map((label) => {
    const tries = label.isName ? NAME_TRIES : TRIES;
    const free = tries
      .map(([dx, dy]): Move => [dx * label.width, dy * label.height])
      .filter((move) => !taken.some((other) => meet(moved(label, move), other)));
    const [place] = free
      .map((move) => ({ move, hidden: hiddenOf(moved(label, move), symbols) }))
      // Sorting keeps the order of equals: the nearest one first.
      .sort((a, b) => a.hidden - b.hidden);
    if (place) taken.push(moved(label, place.move));
    return place?.move;
  });
}

const moved = (label: LabelBox, [dx, dy]: Move): LabelBox => ({ ...label, x: label.x + dx, y: label.y + dy });

/** How many square pixels of symbols a label would lie on. */
const hiddenOf = (label: LabelBox, symbols: readonly LabelBox[]): number =>
  symbols.reduce((sum, symbol) => sum + overlap(label, symbol), 0);

const overlap = (a: LabelBox, b: LabelBox): number => {
  const wide = (a.width + b.width) / 2 + AIR_PIXELS - Math.abs(a.x - b.x);
  const high = (a.height + b.height) / 2 + AIR_PIXELS - Math.abs(a.y - b.y);
  return wide > 0 && high > 0 ? wide * high : 0;
};

const meet = (a: LabelBox, b: LabelBox): boolean =>
  Math.abs(a.x - b.x) * 2 < a.width + b.width + 2 * AIR_PIXELS &&
  Math.abs(a.y - b.y) * 2 < a.height + b.height + 2 * AIR_PIXELS;
