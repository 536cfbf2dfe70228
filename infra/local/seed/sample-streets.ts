import { eastOf, northOf, positionOf, projectionOf } from '../../../shared/coverage/local-projection.ts';
import { isWithin } from '../../../shared/geo/polygon.ts';
import type { Position } from '../../../shared/geo/position.ts';
import type { Outline } from '../../../shared/subdistrict/subdistrict.ts';
import { crossingLines } from './crossing-lines.ts';
import { TURN } from './turn-of-streets.ts';

/** What is known of a subdistrict: its outline, its roads, and a park that lanes go around. */
export type KnownGround = {
  outline: Outline;
  roads: readonly { name: string; line: readonly Position[] }[];
  park: readonly Position[];
};

export type Tags = Readonly<Record<string, string>>;

/** Streets as OpenStreetMap has them: points, and ways that lead over their indexes. */
export type SampleStreets = {
  points: { position: Position; tags: Tags }[];
  ways: { points: number[]; tags: Tags }[];
};

type Point = readonly [x: number, y: number];
type Line = readonly Point[];
type Street = { points: Line; tags: Tags; gate?: Point };

/** From lane to lane, along and across. */
const ALONG_METERS = 120;
const ACROSS_METERS = 85;
/** So often it is looked whether a lane is still on land. */
const STEP_METERS = 5;
/** More lanes each way than any subdistrict has room for. */
const MOST_LANES = 40;
/** A shorter piece of a lane is none. */
const LEAST_STEPS = 5;
/** A street that ends so near to a road meets it. */
const MEETS_METERS = 40;

const GATE: Tags = { barrier: 'gate', access: 'private' };
const LANE: Tags = { highway: 'service' };

/**
 * Draws streets by a rule and without any chance: the roads as they are known, and between them a grid of lanes of which
 * every seventh piece is missing and every ninth has a gate that is closed. No lane leads over the border, be it a creek
 * or a railway, and into the park only paths do, every fourth lane across. Nothing of it but the roads is real.
 */
export const drawSampleStreets = ({ outline, roads, park }: KnownGround): SampleStreets => {
  const projection = projectionOf(outline);
  const toPoint = ([lng, lat]: Position): Point => [eastOf(projection, lng), northOf(projection, lat)];
  /** To six decimals, a tenth of a metre: what falls together there is one point. */
  const toPosition = ([x, y]: Point): Position => {
    const [lng, lat] = positionOf(projection, x, y);
    return [Math.round(lng * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6];
  };
  const lines = roads.map(({ line }) => line.map(toPoint));
  const met = lines.map((line, index) => {
    const others = lines.filter((_, other) => other !== index);
    return line.map((point, at) => (at > 0 && at < line.length - 1 ? point : meeting(point, others)));
  });
  const isIn = (area: Outline) => (point: Point) => isWithin(toPosition(point), area, 0);
  const parkOutline: Outline = { type: 'Polygon', coordinates: [[...park]] };
  const streets: Street[] = [
    ...met.map((line, index) => ({
      points: line,
      tags: { highway: 'secondary', name: roads[index]?.name ?? '' },
    })),
    ...drawLanes(isIn(outline), isIn(parkOutline), met),
  ];

  const points: SampleStreets['points'] = [];
  const known = new Map<string, number>();
  const indexOf = (point: Point, tags: Tags = {}): number => {
    const position = toPosition(point);
    const index = known.get(position.join()) ?? points.push({ position, tags }) - 1;
    known.set(position.join(), index);
    return index;
  };
  for (const { gate } of streets) if (gate) indexOf(gate, GATE);
  const crossed = crossingLines(streets.map((street) => street.points));
  return {
    ways: streets.map(({ tags }, index) => ({
      points: (crossed[index] ?? [])
        .map((point) => indexOf(point))
        .filter((each, at, all) => each !== all[at - 1]),
      tags,
    })),
    points,
  };
};

const drawLanes = (
  isLand: (point: Point) => boolean,
  isPark: (point: Point) => boolean,
  roads: readonly Line[],
): Street[] => {
  const corner = (column: number, row: number): Point => {
    const [u, v] = [column * ALONG_METERS, row * ACROSS_METERS];
    return [u * Math.cos(TURN) - v * Math.sin(TURN), u * Math.sin(TURN) + v * Math.cos(TURN)];
  };
  const lanes: Street[] = [];
  for (let column = -MOST_LANES; column < MOST_LANES; column++) {
    for (let row = -MOST_LANES; row < MOST_LANES; row++) {
      for (const isAcross of [false, true]) {
        const isPath = isAcross && isEvery(4, column + 1);
        if (!isPath && isEvery(7, 2 * column + 3 * row + Number(isAcross))) continue;
        const whole = pointsBetween(
          corner(column, row),
          isAcross ? corner(column, row + 1) : corner(column + 1, row),
        );
        const walked = longestRun(whole, (point) => isLand(point) && (isPath || !isPark(point)));
        const [first, last] = [walked[0], walked.at(-1)];
        if (!first || !last || walked.length < LEAST_STEPS) continue;
        // What was cut off at the border leads on to a road where there is one.
        const from = first === whole[0] ? first : meeting(first, roads);
        const to = last === whole.at(-1) ? last : meeting(last, roads);
        const at = Math.floor(walked.length / 2);
        const isClosed = !isPath && isEvery(9, column + 2 * row + Number(isAcross));
        const around = isClosed ? walked.slice(at - 1, at + 2) : [];
        lanes.push({
          points: [from, ...around, to],
          tags: LANE,
          ...(around[1] && { gate: around[1] }),
        });
      }
    }
  }
  return lanes;
};

const isEvery = (nth: number, sum: number): boolean => ((sum % nth) + nth) % nth === 0;

const pointsBetween = ([ax, ay]: Point, [bx, by]: Point): Point[] => {
  const steps = Math.ceil(Math.hypot(bx - ax, by - ay) / STEP_METERS);
  return Array.from({ length: steps + 1 }, (_, step): Point => {
    const share = step / steps;
    return [ax + (bx - ax) * share, ay + (by - ay) * share];
  });
};

/** The longest row of points for all of which something holds. */
const longestRun = (points: Line, holds: (point: Point) => boolean): Point[] => {
  let [best, run]: [Point[], Point[]] = [[], []];
  for (const point of points) {
    run = holds(point) ? [...run, point] : [];
    if (run.length > best.length) best = run;
  }
  return best;
};

/** The nearest point of a road, where one is near; else the point itself. */
const meeting = (point: Point, roads: readonly Line[]): Point => {
  const metersTo = ([x, y]: Point) => Math.hypot(x - point[0], y - point[1]);
  const [near] = roads
    .flatMap((road) => road.slice(1).map((to, before) => nearestOn(point, road[before] as Point, to)))
    .toSorted((a, b) => metersTo(a) - metersTo(b));
  return near && metersTo(near) <= MEETS_METERS ? near : point;
};

const nearestOn = ([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): Point => {
  const [dx, dy] = [bx - ax, by - ay];
  const share = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return [ax + share * dx, ay + share * dy];
};
