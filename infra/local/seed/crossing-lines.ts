type Point = readonly [x: number, y: number];
type Line = readonly Point[];

/** Lines that end this near to another one touch it. */
const TOUCH_METERS = 0.5;

/** The same lines, each with a point wherever another one crosses or touches it: one and the same for both. */
export const crossingLines = (lines: readonly Line[]): Point[][] => {
  const found = lines.map((line) => line.map((point, at) => ({ at, point })));
  for (const [a, one] of lines.entries()) {
    for (let b = a + 1; b < lines.length; b++) {
      for (const [atOne, atOther, point] of crossings(one, lines[b] as Line)) {
        found[a]?.push({ at: atOne, point });
        found[b]?.push({ at: atOther, point });
      }
    }
  }
  return found.map((each) => each.toSorted((a, b) => a.at - b.at).map(({ point }) => point));
};

/** Where two lines cross: how far along each, counted in its points, and the point itself. */
const crossings = (one: Line, other: Line): [number, number, Point][] =>
  one.slice(1).flatMap((oneTo, oneAt) =>
    other.slice(1).flatMap((otherTo, otherAt): [number, number, Point][] => {
      const [a, b] = [one[oneAt] as Point, other[otherAt] as Point];
      const [ux, uy] = [oneTo[0] - a[0], oneTo[1] - a[1]];
      const [vx, vy] = [otherTo[0] - b[0], otherTo[1] - b[1]];
      const across = ux * vy - uy * vx;
      if (Math.abs(across) < 1e-6) return [];
      const [wx, wy] = [b[0] - a[0], b[1] - a[1]];
      const [s, t] = [(wx * vy - wy * vx) / across, (wx * uy - wy * ux) / across];
      const isOn = (share: number, meters: number) =>
        share * meters >= -TOUCH_METERS && (share - 1) * meters <= TOUCH_METERS;
      if (!isOn(s, Math.hypot(ux, uy)) || !isOn(t, Math.hypot(vx, vy))) return [];
      const point: Point = [a[0] + s * ux, a[1] + s * uy];
      return [[oneAt + s, otherAt + t, point]];
    }),
  );
