import type { AnswerCrs } from '../../shared/api/queries.ts';
import { convertPosition } from '../../shared/geo/crs.ts';
import type { Position } from '../../shared/geo/position.ts';
import type { PlaceFeature, PlaceSummary } from '../../shared/place/place-summary.ts';

/**
 * A place with its JSON kept ready in pieces, so that an answer of twenty places is joined, not rendered:
 * what is computed for a request goes in before the last two braces.
 */
export class PlaceText {
  readonly id: string;
  readonly position: Position;
  readonly properties: PlaceSummary;
  readonly #head: string;
  readonly #tail: string;
  #gcj02: Position | undefined;

  constructor({ id, geometry, properties }: PlaceFeature) {
    this.id = id;
    this.position = geometry.coordinates;
    this.properties = properties;
    this.#head = `{"type":"Feature","id":"${id}","geometry":{"type":"Point","coordinates":[`;
    this.#tail = `]},"properties":${JSON.stringify(properties).slice(0, -1)}`;
  }

  /** About how many characters the place takes in an answer. */
  get length(): number {
    return this.#head.length + this.#tail.length + 24;
  }

  /** The position in the CRS of the answer. */
  positionIn(crs: AnswerCrs): Position {
    if (crs === 'wgs84') return this.position;
    this.#gcj02 ??= convertPosition(this.position, 'wgs84', 'gcj02');
    return this.#gcj02;
  }

  /** The feature's JSON; `computed` is further properties, each with a comma before it. */
  text(crs: AnswerCrs, computed = ''): string {
    const [lng, lat] = this.positionIn(crs);
    return `${this.#head}${lng},${lat}${this.#tail}${computed}}}`;
  }
}
