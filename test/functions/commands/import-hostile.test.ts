import { execFileSync } from 'node:child_process';
import { link, mkdir, symlink, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { importHarness } from '../../support/run-import.ts';
import { sheetXml, workbook } from '../../support/workbook.ts';

const { importFile, runImport, listPublished, path, readText } = importHarness();

const named = async (name: string) => (await listPublished()).filter((place) => place.name === name);
const HEADER = '名称,类别,经度,纬度';
const GOOD = ['好', '银行', 121.41, 31.23] as const;
const TABLE = (cell: string) =>
  sheetXml([HEADER.split(','), GOOD]).replace('</sheetData>', `${cell}</sheetData>`);
const sheet = (xml: string) => workbook([], [], [['sheet1.xml', xml]]);
const ESCAPE = '\u001b[2J';
const HIDDEN = /(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u;

describe('hidden characters', () => {
  it.each([ESCAPE, '\u009b2J', 'x\u202ey', '\u2066'])(
    'in a cell (%j) are refused and never printed',
    async (bad) => {
      const { code, said } = await importFile(`${HEADER},${bad}\n甲${bad},银行,121.41,31.23,\n`);
      expect(code).toBe(1);
      expect(said).toMatch(/ {2}2 +名称 .*holds hidden control characters/);
      expect(said).toContain('�');
      expect(said).not.toMatch(HIDDEN);
      expect(await listPublished()).toEqual([]);
    },
  );

  it('in a note of an amenity or a service are refused too', async () => {
    const row = (amenities: string, services: string) =>
      importFile(`${HEADER},设施,服务\n甲,银行,121.41,31.23,${amenities},${services}\n`);
    expect((await row(`微波炉(${ESCAPE})`, '')).said).toMatch(/ {2}2 +设施 .*hidden/);
    expect((await row('', `咨询 | | | | ${ESCAPE}`)).said).toMatch(/ {2}2 +服务 .*hidden/);
  });

  it('are told from marks that are piled on a letter, and from a cell that is empty', async () => {
    const { code, said } = await importFile(
      `${HEADER},地址\n甲${'\u0336'.repeat(9)},银行,121.41,31.23,\n乙,银行,121.42,31.23,\u2800\n丙,银行,121.43,31.23,\u3000\n`,
    );
    expect(code).toBe(1);
    expect(said).toMatch(/ {2}2 +名称 .*piles marks/);
    expect(said).toMatch(/ {2}3 +地址 .*hidden/);
    expect(said).not.toMatch(/ {2}4 /);
  });

  it('in the name of a file are not printed', async () => {
    const missing = await runImport(path(`${ESCAPE}.csv`), '--subdistrict', '310105001', '--crs', 'wgs84');
    expect(missing.said + missing.complained).toContain('�[2J.csv');
    expect(missing.said + missing.complained).not.toMatch(HIDDEN);
  });

  it('are not what breaks a line of an address: that stays', async () => {
    await importFile(`${HEADER},地址\n"断行",银行,121.41,31.23,"武夷路\r\n1号"\n`);
    expect((await named('断行'))[0]?.address).toBe('武夷路\n1号');
  });
});

it('takes a full-width formula for a formula', async () => {
  expect((await importFile(`${HEADER}\n＝1+1,银行,121.41,31.23\n`)).said).toContain('is a formula');
});

describe('a hostile workbook', () => {
  it.each(['A1048577', 'XFD1048576', 'ZZZZZZ99999999', 'E1048576', '&#65;9'])(
    'with a cell at %s is refused at once',
    async (address) => {
      const { code, complained } = await importFile(
        sheet(TABLE(`<row r="3"><c s="1"r = '${address}'><v>1</v></c></row>`)),
        'xlsx',
      );
      expect(code).toBe(1);
      expect(complained).toContain(`reaches as far as ${address}`);
    },
  );

  it('with a stray cell in the last row of one column is read', async () => {
    const far = '<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>远</t></is></c></row>';
    const { said } = await importFile(sheet(TABLE(far)), 'xlsx', '--dry-run');
    expect(said).toMatch(/ {2}1048576 +类别/);
  });

  it('with a merged range beyond the end is read to the end of the table', async () => {
    const rows = [HEADER.split(','), ['并一', '便利店', 121.41, 31.23], ['并二', '', 121.42, 31.23]];
    const { code } = await importFile(workbook(rows, ['B2:B99999999999']), 'xlsx');
    expect(code).toBe(0);
    expect((await named('并二'))[0]?.category).toBe('convenience_store');
  });

  it('with a hundred thousand merged ranges, or many over one another, is refused', async () => {
    const rows = [HEADER.split(','), ...Array.from({ length: 50 }, () => [...GOOD])];
    for (const ranges of [new Array(100_000).fill('F1:F2'), new Array(9_000).fill('B1:B50')]) {
      expect((await importFile(workbook(rows, ranges), 'xlsx')).complained).toContain('merged ranges');
    }
  });

  it.each([
    ['a comment', `<!--${'<'.repeat(5_000_000)}-->`],
    ['a section', `<![CDATA[${'<'.repeat(5_000_000)}]]>`],
    ['a text', 'x'.repeat(5_000_000)],
  ])('with %s without end is refused', async (_, piece) => {
    expect((await importFile(sheet(TABLE(piece)), 'xlsx')).complained).toContain('unusual length');
  });

  it('with a thousand tags left open is refused in linear time', async () => {
    await importFile(sheet(`<worksheet>${'<c <sheet '.repeat(200_000)}`), 'xlsx');
  });
});

describe('a cell without end', () => {
  it.each([
    ['别名', '、'.repeat(60_000)],
    ['设施', '('.repeat(60_000)],
    ['名称', 'x'.repeat(60_000)],
    ['服务', '|'.repeat(60_000)],
  ])('of the column %s is refused unread', async (column, cell) => {
    const header = `name,category,lng,lat,${column === '名称' ? 'ignored' : column}`;
    const row = column === '名称' ? `${cell},bank,121.41,31.23,` : `n,bank,121.41,31.23,${cell}`;
    const { code, said } = await importFile(`${header}\n${row}\n`);
    expect(code).toBe(1);
    expect(said).toContain('has 60000 characters');
  });

  it.each([
    ['别名', ';'.repeat(3999)],
    ['设施', '('.repeat(3999)],
    ['设施', `${';'.repeat(1999)}${'('.repeat(1999)}`],
    ['开放时间', '周一 '.repeat(1300)],
    ['开放时间', '9:00-10:00,'.repeat(1800)],
    ['服务', 'a | Mo 9:00-10:00\n'.repeat(1000)],
  ])('that is just not too long costs little: %s', async (column, cell) => {
    await importFile(`${HEADER},${column}\n甲,银行,121.41,31.23,"${cell}"\n`, 'csv', '--dry-run');
  });

  it.each(['(', 'x'])('in the header is no name of a column: %s', async (character) => {
    const { said } = await importFile(
      `${HEADER},${character.repeat(500_000)}\n甲,银行,121.41,31.23,\n`,
      'csv',
      '--dry-run',
    );
    expect(said).toMatch(/these columns are not imported: .{200}…\n/);
  });

  it('nor may a header have columns without end', async () => {
    expect((await importFile(`${HEADER}${',x'.repeat(5000)}\n甲\n`)).complained).toContain(
      'The header has 5004 columns',
    );
  });
});

describe('a report', () => {
  const wrong = `${HEADER}\n甲,无此类,121.41,31.23\n`;
  const report = (file: string) => importFile(wrong, 'csv', '--report', file);

  it('replaces an earlier report', async () => {
    const file = path('earlier.csv');
    await report(file);
    expect((await report(file)).said).toContain('findings saved');
    expect(await readText('earlier.csv')).toContain('无此类');
  });

  it('replaces nothing else: no other file, not what a link leads to, not the imported file', async () => {
    await writeFile(path('precious.csv'), 'precious');
    await symlink(path('precious.csv'), path('link.csv'));
    await report(path('earlier-2.csv'));
    await symlink(path('earlier-2.csv'), path('link-2.csv'));
    await symlink(path('nowhere.csv'), path('link-3.csv'));
    for (const file of ['precious.csv', 'link.csv', 'link-2.csv', 'link-3.csv', '.']) {
      const { code, complained, said } = await report(path(file));
      expect(code).toBe(1);
      expect(complained).toContain('is no earlier report');
      expect(said).toBe('');
    }
    expect(await readText('precious.csv')).toBe('precious');
    // A report may be imported by mistake; under another name it is the same file still.
    await link(path('earlier-2.csv'), path('other-name.csv'));
    const { complained } = await runImport(
      path('earlier-2.csv'),
      ...['--subdistrict', '310105001', '--crs', 'wgs84', '--lang', 'en', '--report', path('other-name.csv')],
    );
    expect(complained).toContain('is no earlier report');
  });

  it('that cannot be saved is said before the file is read', async () => {
    const { code, complained, said } = await report(path('no-folder/report.csv'));
    expect(code).toBe(1);
    expect(complained).toContain('cannot be saved (ENOENT)');
    expect(said).toBe('');
    const template = await runImport('--template', path('no-folder/template.csv'), '--lang', 'en');
    expect(template.complained).toContain('cannot be saved (ENOENT)');
  });
});

describe('a hostile GeoJSON file', () => {
  const importFeatures = (features: unknown[]) =>
    importFile(
      JSON.stringify({ type: 'FeatureCollection', features }).replaceAll('"NESTED"', nested),
      'geojson',
    );
  const geometry = { type: 'Point', coordinates: [121.41, 31.23] };
  /** Stands for a list in a list, nine thousand times: too deep to be written by `JSON.stringify`. */
  const nested = `${'['.repeat(9000)}${']'.repeat(9000)}`;
  const plain = (more: object) => ({ geometry, properties: { name: '甲', category: 'bank', ...more } });
  const exported = (more: object) =>
    plain({
      amenities: [],
      source: { name: 's' },
      address: '',
      state: 'published',
      illustrative: false,
      ...more,
    });

  it.each([
    ['null', null, 'name'],
    ['a text', 'x', 'name'],
    ['a name nested deeply', plain({ name: 'NESTED' }), 'name'],
    ['a name nested twelve deep', plain({ name: JSON.parse(`${'['.repeat(12)}${']'.repeat(12)}`) }), 'name'],
    ['exported amenities of numbers', exported({ amenities: [5] }), 'amenities'],
    ['an exported name that is a number', exported({ name: 5 }), 'name'],
    ['exported amenities of null', exported({ amenities: [null] }), 'amenities'],
    ['exported aliases that are no list', exported({ aliases: 'no' }), 'aliases'],
    ['an exported schedule of text', exported({ schedule: { week: 'x' } }), 'openingHours'],
    ['an exported name nested deeply', exported({ name: 'NESTED' }), 'name'],
  ])('gets an error of the row for %s', async (_, feature, column) => {
    // Beside a feature of its own kind: a file is an export of this system if all of it looks like one.
    const isExport = JSON.stringify(feature).includes('"source"');
    const other = isExport ? exported({ name: '乙' }) : plain({ name: '乙' });
    const { code, said } = await importFeatures([other, feature]);
    expect(code).toBe(1);
    expect(said).toMatch(new RegExp(` {2}2 +${column} .*is not of a form`));
  });

  it.each([5, [null], 'NESTED', ['a', {}]])(
    'gets an error of the row for coordinates of another form',
    async (coordinates) => {
      for (const feature of [plain({}), exported({})]) {
        const { code, said } = await importFeatures([
          { ...feature, geometry: { type: 'Point', coordinates } },
        ]);
        expect(code).toBe(1);
        expect(said).toMatch(/ {2}1 +lng/);
      }
    },
  );
});

it('opens no pipe and no device, which may have no end', async () => {
  execFileSync('mkfifo', [path('pipe.csv')]);
  await mkdir(path('folder.csv'));
  for (const [file, sentence] of [
    [path('pipe.csv'), 'no ordinary file'],
    ['/dev/zero', 'no ordinary file'],
    [path('folder.csv'), 'is a folder'],
  ] as const) {
    const { complained } = await runImport(
      ...[file, '--subdistrict', '310105001', '--crs', 'wgs84', '--lang', 'en'],
    );
    expect(complained).toContain(sentence);
  }
});
