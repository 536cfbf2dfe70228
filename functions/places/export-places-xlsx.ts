import writeExcelFile from 'write-excel-file/node';
import type { placeRoutes } from '../../shared/api/place-routes.ts';
import { DomainError } from '../../shared/api/problem.ts';
import { neutralCell } from '../../shared/place/csv.ts';
import { COLUMN_NAMES, placeRow } from '../../shared/place/place-columns.ts';
import type { Operation } from '../runtime/define-function.ts';
import { listAllPlacesOfSubdistrict } from '../store/places.ts';
import { getSubdistrict } from '../store/subdistricts.ts';
import { keeps } from './keeps.ts';

/** A Lambda answers at most 6 MB, and base64 makes four bytes of three. */
const MOST_BYTES = 4 * 1024 * 1024;

/**
 * The places that are on the map as a workbook, in the columns that the import reads. Every cell is text and none
 * begins like a formula, whichever program opens it or saves it as CSV. What is exported and imported again is unchanged:
 * unlike in the public CSV, the subdistrict’s own licence is not written into each row.
 */
export const exportPlacesXlsx: Operation<typeof placeRoutes.exportPlacesXlsx> = async ({
  query,
  session,
}) => {
  await getSubdistrict(query.subdistrict);
  const places = await listAllPlacesOfSubdistrict(query.subdistrict, ['published', 'suspended']);
  const rows = places.filter((place) => keeps(session, place)).map((place) => placeRow(place));
  const data = [
    COLUMN_NAMES.zh.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...rows.map((cells) =>
      cells.map((text) => (text === '' ? null : { value: neutralCell(text), type: String })),
    ),
  ];
  const bytes = await writeExcelFile(data, { stickyRowsCount: 1 }).toBuffer();
  if (bytes.length > MOST_BYTES)
    throw new DomainError('body_too_large', `${bytes.length} bytes; take the CSV, which comes in pages`);
  return {
    body: bytes.toString('base64'),
    isBase64: true,
    headers: { 'content-disposition': `attachment; filename="places-${query.subdistrict}-wgs84.xlsx"` },
  };
};
