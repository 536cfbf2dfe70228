import type { ExportedPlace, PlaceExport } from '../../shared/api/answers.ts';
import { addressOf } from '../../shared/api/client.ts';
import type { mapRoutes } from '../../shared/api/map-routes.ts';
import type { AnswerCrs } from '../../shared/api/queries.ts';
import { convertPosition } from '../../shared/geo/crs.ts';
import { csvLine } from '../../shared/place/csv.ts';
import type { Place } from '../../shared/place/place.ts';
import { COLUMN_NAMES, placeRow } from '../../shared/place/place-columns.ts';
import { publicPlace } from '../../shared/place/public-place.ts';
import type { Operation } from '../runtime/define-function.ts';
import type { RequestOf } from '../runtime/parse-request.ts';
import { Rendered } from '../runtime/rendered.ts';
import { getSubdistrict } from '../store/subdistricts.ts';
import { type Cursor, readCursor, writeCursor } from './cursor.ts';
import { placesOfSubdistrict } from './place-sources.ts';

type ExportQuery = RequestOf<typeof mapRoutes.exportPlacesGeojson>['query'];

/** A Lambda answers at most 6 MB; what is not compressed by then is cut into pages well before. */
const PAGE_BYTES = 4 * 1024 * 1024;

/** A subdistrict's places as GeoJSON, a page of at most 4 MB. */
export const exportPlacesGeojson: Operation<typeof mapRoutes.exportPlacesGeojson> = async ({ query }) => {
  const { licence, attribution } = await getSubdistrict(query.subdistrict);
  const { texts, next } = await exportPage(query, (place) => JSON.stringify(exportedPlace(place, query.crs)));
  const address = next && addressOf('exportPlacesGeojson', { query: { ...query, cursor: next } });
  const { subdistrict, crs } = query;
  const head = JSON.stringify({
    type: 'FeatureCollection',
    crs,
    subdistrict,
    licence,
    attribution,
    next: address,
  });
  return {
    headers: linkTo(address),
    body: new Rendered<PlaceExport>(`${head.slice(0, -1)},"features":[\n${texts.join(',\n')}\n]}`),
  };
};

/** The same places as CSV in the columns of the import, with a byte-order mark for spreadsheets. */
export const exportPlacesCsv: Operation<typeof mapRoutes.exportPlacesCsv> = async ({ query }) => {
  const { licence, attribution } = await getSubdistrict(query.subdistrict);
  const { texts, next } = await exportPage(query, (place) => {
    const source = { licence, attribution, ...place.source };
    return csvLine(placeRow({ ...place, source }, { language: 'zh', crs: query.crs }));
  });
  const address = next && addressOf('exportPlacesCsv', { query: { ...query, cursor: next } });
  const head = query.cursor ? '' : `\ufeff${csvLine(COLUMN_NAMES.zh)}`;
  return {
    headers: {
      ...linkTo(address),
      'content-disposition': `attachment; filename="places-${query.subdistrict}-${query.crs}.csv"`,
    },
    body: `${head}${texts.join('')}`,
  };
};

const exportPage = async (query: ExportQuery, textOf: (place: Place) => string) => {
  const source = placesOfSubdistrict(query.subdistrict);
  const texts: string[] = [];
  let bytes = 0;
  let last: Cursor | undefined;
  for await (const { place, cursor } of source.read(readCursor(query.cursor, source.parts))) {
    const text = textOf(place);
    bytes += Buffer.byteLength(text);
    if (bytes > PAGE_BYTES && last) return { texts, next: writeCursor(last) };
    texts.push(text);
    last = cursor;
  }
  return { texts, next: undefined };
};

const exportedPlace = (place: Place, crs: AnswerCrs): ExportedPlace => {
  const { id, position, givenPosition, searchKey, ...properties } = publicPlace(place);
  return {
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: convertPosition(position, 'wgs84', crs) },
    properties,
  };
};

const linkTo = (address: string | undefined): Record<string, string> =>
  address ? { link: `<${address}>; rel="next"` } : {};
