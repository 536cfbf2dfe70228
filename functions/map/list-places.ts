import type { PlaceList } from '../../shared/api/answers.ts';
import type { mapRoutes } from '../../shared/api/map-routes.ts';
import { DomainError } from '../../shared/api/problem.ts';
import type { Operation } from '../runtime/define-function.ts';
import type { RequestOf } from '../runtime/parse-request.ts';
import { Rendered } from '../runtime/rendered.ts';
import { askedPlaces, isOpenAt, stateAt } from './asked-places.ts';
import { type Cursor, readCursor, writeCursor } from './cursor.ts';
import { asMapPlaces, type PlaceSource, placesOfBox, placesOfSubdistrict } from './place-sources.ts';
import type { PlaceText } from './place-text.ts';

type ListQuery = RequestOf<typeof mapRoutes.listPlaces>['query'];

/** Places in a box or a subdistrict in a fixed order, filtered, page by page. */
export const listPlaces: Operation<typeof mapRoutes.listPlaces> = async ({ query, now }) => {
  const source = sourceOf(query);
  const { matches, openAt } = askedPlaces(query, now);
  const found: PlaceText[] = [];
  let last: Cursor | undefined;
  let next: Cursor | undefined;
  for await (const { place, cursor } of source.read(readCursor(query.cursor, source.parts))) {
    const isOfSubdistrict = !query.subdistrict || place.properties.subdistrict === query.subdistrict;
    if (!isOfSubdistrict || !matches(place) || (openAt && !isOpenAt(place.properties, openAt))) continue;
    if (found.length === query.limit) {
      next = last;
      break;
    }
    found.push(place);
    last = cursor;
  }
  const features = found.map((place) =>
    place.text(query.crs, openAt && `,"openState":${stateAt(place.properties, openAt).text}`),
  );
  const end = next ? `,"next":"${writeCursor(next)}"` : '';
  return {
    body: new Rendered<PlaceList>(
      `{"type":"FeatureCollection","crs":"${query.crs}","features":[${features.join(',')}]${end}}`,
    ),
  };
};

const sourceOf = ({ bbox, subdistrict, crs }: ListQuery): PlaceSource<PlaceText> => {
  if (bbox) return placesOfBox(bbox, crs);
  if (subdistrict) return asMapPlaces(placesOfSubdistrict(subdistrict));
  throw new DomainError('area_required', 'query: give bbox or subdistrict');
};
