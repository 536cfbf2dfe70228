import { crc32, deflateRawSync } from 'node:zlib';

const xml = (body: string) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`;
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** A cell as text, a number, a date as Excel counts days, or raw XML of its inside. */
export type WorkbookCell = string | number | { date: number } | { xml: string };
type Rows = readonly (readonly WorkbookCell[])[];

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** One sheet's XML, made by hand so that formulas and merged cells are what the test says. */
export const sheetXml = (rows: Rows, merged: readonly string[] = []): string => {
  const cellOf = (cell: WorkbookCell, address: string) => {
    if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`;
    if (typeof cell === 'object' && 'date' in cell) return `<c r="${address}" s="1"><v>${cell.date}</v></c>`;
    if (typeof cell === 'object') return `<c r="${address}">${cell.xml}</c>`;
    return cell === '' ? '' : `<c r="${address}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  };
  const data = rows
    .map(
      (cells, row) =>
        `<row r="${row + 1}">${cells.map((cell, column) => cellOf(cell, `${String.fromCharCode(65 + column)}${row + 1}`)).join('')}</row>`,
    )
    .join('');
  const merges =
    merged.length > 0
      ? `<mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
      : '';
  return xml(`<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData>${merges}</worksheet>`);
};

/**
 * A small Excel workbook. `sheets` are the files of its sheets in the order of the tabs, which need not be that
 * of their names; by default the one sheet of `rows`.
 */
export const workbook = (
  rows: Rows,
  merged: readonly string[] = [],
  sheets: readonly (readonly [file: string, xml: string])[] = [['sheet1.xml', sheetXml(rows, merged)]],
): Buffer => {
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;
  const relationships = (inside: string) =>
    xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`,
    );
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}" ContentType="${types}.${type}+xml"/>`;
  return zip({
    '[Content_Types].xml': xml(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook.xml', 'sheet.main')}${override('styles.xml', 'styles')}${sheets.map(([file]) => override(`worksheets/${file}`, 'worksheet')).join('')}</Types>`,
    ),
    '_rels/.rels': relationships(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${MAIN}" xmlns:r="${relations}"><sheets>${sheets.map((_, index) => `<sheet name="Tab${index}" sheetId="${index + 1}" r:id="rId${index + 2}"/>`).join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': relationships(
      relation('rId1', 'styles', 'styles.xml') +
        sheets
          .map(([file], index) => relation(`rId${index + 2}`, 'worksheet', `worksheets/${file}`))
          .join(''),
    ),
    // Style 1 shows a number as a date with its time.
    'xl/styles.xml': xml(
      `<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>`,
    ),
    ...Object.fromEntries(sheets.map(([file, content]) => [`xl/worksheets/${file}`, content])),
  });
};

/** A zip file of deflated parts. */
export const zip = (parts: Record<string, string | Buffer>): Buffer => {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), packed]);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, entry, Buffer.from(name)]),
    );
    files.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
};
