import { describe, expect, it } from 'vitest';
import { importHarness } from '../../support/run-import.ts';
import { sheetXml, workbook, zip } from '../../support/workbook.ts';

const { importFile, runImport, listPublished, path } = importHarness();

const named = async (name: string) => (await listPublished()).filter((place) => place.name === name);
const HEADER = '名称,类别,经度,纬度';

/** 名称,类别,经度,纬度 / 华阳食堂,食堂,121.41,31.21 in GB18030. */
const GB18030 = Buffer.from(
  'c3fbb3c62cc0e0b1f02cbeadb6c82cceb3b6c80abbaad1f4cab3ccc32ccab3ccc32c3132312e34312c33312e32310a',
  'hex',
);

describe('a CSV file', () => {
  it('may be written in GB18030', async () => {
    const { code, said } = await importFile(GB18030);
    expect(code).toBe(0);
    expect(said).toContain('GB18030');
    expect(await named('华阳食堂')).toHaveLength(1);
  });

  it('may begin with a byte-order mark', async () => {
    expect((await importFile(`\ufeff${HEADER}\n甲,银行,121.41,31.21\n`)).code).toBe(0);
  });

  it('may be UTF-16, which Excel calls Unicode text', async () => {
    const text = `\ufeff${HEADER.replaceAll(',', '\t')}\n乙\t银行\t121.41\t31.22\n`;
    expect((await importFile(Buffer.from(text, 'utf16le'), 'txt')).code).toBe(0);
    expect(await named('乙')).toHaveLength(1);
  });

  it.each([';', '\t'])('may be divided by %j', async (delimiter) => {
    const text = `${HEADER}\n丙,银行,121.42,31.22\n`.replaceAll(',', delimiter);
    expect((await importFile(text, 'csv', '--dry-run')).said).toContain('Checked 1 rows, 0 with errors');
  });

  it('names rows by the line they begin on, whatever ends its lines', async () => {
    const text = `${HEADER},地址\na,银行,121.42,31.22,\r\n"b",银行,121.42,31.22,"two\r\nlines"\r\n\n\rc,nothing,121.42,31.22,\r\n`;
    expect((await importFile(text)).said).toMatch(/ {2}7 +类别 +nothing +unknown category/);
  });

  it('may have a title above its header', async () => {
    const text = `华阳路街道暖新巢一览表,,,\n序号,名称,类别,坐标\n1,丁,银行,"121.42,31.22"\n`;
    expect((await importFile(text)).code).toBe(0);
    expect(await named('丁')).toHaveLength(1);
  });

  it('that is wrong in its columns says which, with the nearest known one', async () => {
    const { code, said } = await importFile('名称,类别,经度,开方时间,备忘录\nx,银行,121.4,,\n');
    expect(code).toBe(1);
    expect(said).toContain('there is no such column; is it "开放时间"?');
    expect(said).toContain('the required column "lat" (纬度) is missing');
    expect(said).toContain('these columns are not imported: 备忘录');
  });

  it('that names one thing twice is refused', async () => {
    expect((await importFile('名称,name,类别,经度,纬度\nx,x,银行,121.4,31.2\n')).said).toContain(
      'this column says the same as "名称"',
    );
  });

  it('says which row has too many cells', async () => {
    expect((await importFile(`${HEADER}\nx,银行,121.4,31.21,extra\n`)).said).toMatch(
      / {2}2 .*the row has 5 cells, the header 4/,
    );
  });

  it('says where a quote is not closed', async () => {
    const { code, complained } = await importFile(`${HEADER}\n"x,银行,121.4,31.21\n`);
    expect(code).toBe(1);
    expect(complained).toContain('is not closed');
  });

  it.each([
    ['', 'The file is empty'],
    ['\n\n', 'The file is empty'],
    [`${HEADER}\n`, 'a header and no rows'],
    ['hello\nworld\n', 'No header found'],
  ])('that holds %j is refused: %s', async (content, sentence) => {
    const { code, complained } = await importFile(content);
    expect(code).toBe(1);
    expect(complained).toContain(sentence);
  });
});

describe('an Excel file', () => {
  it('is read with its numbers, and merged cells count for every row they cover', async () => {
    const { code, said } = await importFile(
      workbook(
        [
          ['名称', '类别', '经度', '纬度', '电话'],
          ['戊一', '便利店', 121.41, 31.23, 62512345],
          ['戊二', '', 121.42, 31.23, ''],
        ],
        ['B2:B3'],
      ),
      'xlsx',
    );
    expect(code).toBe(0);
    expect(said).toContain('1 merged ranges');
    expect((await named('戊二'))[0]?.category).toBe('convenience_store');
    expect((await named('戊一'))[0]?.phone).toBe('62512345');
  });

  it('gives the values its formulas had, and names those that never had one', async () => {
    const { code, said } = await importFile(
      workbook([
        ['名称', '类别', '经度', '纬度'],
        ['己', '银行', { xml: '<f>121+0.41</f><v>121.41</v>' }, { xml: '<f>31+0.23</f>' }],
      ]),
      'xlsx',
    );
    expect(code).toBe(1);
    expect(said).toContain('1 formulas were never calculated (D2)');
    expect(said).toMatch(/ {2}2 +纬度 +must not be empty/);
  });

  it('tells a moment by the clock of Shanghai, as the same table does in CSV', async () => {
    // Days since 1900: 2026-11-19 is 46345; 14:30 is 0.604166…, which no floating-point number is exactly.
    await importFile(
      workbook([
        ['名称', '类别', '经度', '纬度', '核实时间'],
        ['壬', '银行', 121.41, 31.23, { date: 46345.604166666664 }],
      ]),
      'xlsx',
    );
    await importFile(`${HEADER},核实时间\n癸,银行,121.42,31.23,2026-11-19 14:30\n`);
    expect((await named('壬'))[0]?.verifiedAt).toBe('2026-11-19T06:30:00.000Z');
    expect((await named('癸'))[0]?.verifiedAt).toBe('2026-11-19T06:30:00.000Z');
  });

  it('is read by its first tab, its merged cells and formulas too, wherever that tab lies in the file', async () => {
    const header = ['名称', '类别', '经度', '纬度'];
    const first = sheetXml(
      [header, ['子一', '便利店', 121.41, 31.235], ['子二', '', 121.42, 31.235]],
      ['B2:B3'],
    );
    const second = sheetXml([header, ['丑', '银行', 121.41, { xml: '<f>31+0.23</f>' }]]);
    const { code, said } = await importFile(
      workbook(
        [],
        [],
        [
          ['sheet12.xml', first],
          ['sheet1.xml', second],
        ],
      ),
      'xlsx',
    );
    expect(said).not.toContain('formulas');
    expect(code).toBe(0);
    expect((await named('子二'))[0]?.category).toBe('convenience_store');
    expect(await named('丑')).toEqual([]);
  });

  it('may hold text that begins like a formula: what Excel itself would run it tells as a value', async () => {
    const { code } = await importFile(
      workbook([
        [...HEADER.split(','), '电话'],
        ['=寅', '银行', 121.43, 31.215, '+86 21 6251'],
      ]),
      'xlsx',
    );
    expect(code).toBe(0);
    expect((await named('=寅'))[0]?.phone).toBe('+86 21 6251');
  });

  it('that inflates without end is refused before it does', async () => {
    const { code, complained } = await importFile(
      zip({ 'xl/worksheets/sheet1.xml': Buffer.alloc(80 * 1024 * 1024) }),
      'xlsx',
    );
    expect(code).toBe(1);
    expect(complained).toContain('unpacks to more than 64 MB');
  });

  it.each([
    ['xlsx', 'PK but no workbook', 'no readable Excel workbook'],
    ['xlsx', 'name,category\n', 'no readable Excel workbook'],
    ['xls', 'anything', 'old Excel file'],
    ['pdf', '%PDF-1.4', 'Files of the kind .pdf are not known'],
  ])('%s holding %j is refused: %s', async (extension, content, sentence) => {
    const { code, complained } = await importFile(content, extension);
    expect(code).toBe(1);
    expect(complained).toContain(sentence);
  });

  it('that is called .csv is read as what it is, and the note says so', async () => {
    const { said } = await importFile(
      workbook([
        ['名称', '类别', '经度', '纬度'],
        ['庚', '银行', 121.41, 31.23],
      ]),
      'csv',
      '--dry-run',
    );
    expect(said).toContain('The extension is .csv, the content is XLSX');
    expect(said).toContain('1 new');
  });
});

describe('a GeoJSON file', () => {
  it('gives positions by geometry and columns by properties', async () => {
    const feature = {
      type: 'Feature',
      properties: { name: '辛', category: 'amenity:toilets', amenities: ['toilet', 'seats'], osm: 'node/1' },
      geometry: { type: 'Point', coordinates: [121.415, 31.23] },
    };
    const { code } = await importFile(
      JSON.stringify({ type: 'FeatureCollection', features: [feature] }),
      'geojson',
    );
    expect(code).toBe(0);
    expect((await named('辛'))[0]).toMatchObject({
      category: 'public_toilet',
      position: [121.415, 31.23],
      amenities: [{ code: 'toilet' }, { code: 'seats' }],
      source: { externalId: 'node/1' },
    });
  });

  it('with anything but points says where', async () => {
    const feature = {
      type: 'Feature',
      properties: { name: 'x', category: 'bank' },
      geometry: { type: 'LineString', coordinates: [] },
    };
    const { code, said } = await importFile(
      JSON.stringify({ type: 'FeatureCollection', features: [feature] }),
      'geojson',
    );
    expect(code).toBe(1);
    expect(said).toContain('Feature 1 is not a Point but LineString');
  });

  it('that is broken is refused', async () => {
    expect((await importFile('{"type":', 'geojson')).complained).toContain('not valid JSON');
    expect((await importFile('{"type":"Topology"}', 'geojson')).complained).toContain('not GeoJSON');
  });
});

it('says so when there is no such file', async () => {
  const { complained } = await runImport(
    path('none.csv'),
    '--subdistrict',
    '310105001',
    '--crs',
    'wgs84',
    '--lang',
    'en',
  );
  expect(complained).toContain('There is no file');
});
