import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import type { ImportedRow } from '../../../shared/place/imported-row.ts';
import { COLUMN_NAMES } from '../../../shared/place/place-columns.ts';
import { askMap } from '../../support/map-event.ts';
import { HUAYANG, staffOffice } from '../../support/staff-office.ts';

const { ask, given } = staffOffice();

const query = { subdistrict: HUAYANG };
const FORMULAS = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝1'];

const exported = async (who: Parameters<typeof ask>[0] = 'staff') => {
  const answer = await ask(who, 'exportPlacesXlsx', { query });
  expect(answer.headers['content-type']).toMatch(/spreadsheetml/);
  expect(answer.headers['content-disposition']).toContain('.xlsx');
  const [header = [], ...rows] = await readSheet(Buffer.from(answer.body, 'base64'));
  return { header, rows, named: (name: string) => rows.find((row) => row[1] === name) };
};

describe('places as a workbook', () => {
  it('has the columns of the import and no cell that a spreadsheet would run, and the CSV has none either', async () => {
    for (const address of FORMULAS) await given({ address, name: `危险${address}`, pledge: address });
    const { header, rows } = await exported();
    expect(header).toEqual(COLUMN_NAMES.zh);
    expect(rows).toHaveLength(FORMULAS.length);
    const cells = rows.flat().filter((cell) => cell !== null);
    expect(cells.every((cell) => typeof cell === 'string')).toBe(true);
    for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@＝\t\r]/);
    const csv = (await askMap('exportPlacesCsv', { query })).body;
    for (const address of FORMULAS) expect(csv).toContain(`'${address}`);
  });

  it('comes back through the import without a change', async () => {
    await given({ name: '平常站', phone: '+86 21 6252 0000', nameEn: '-plain-' });
    const { header, rows } = await exported();
    const report = await ask('staff', 'importRows', {
      body: {
        ...query,
        crs: 'wgs84',
        header: header.map(String),
        rows: rows.map((cells, index) => ({ line: index + 2, cells: cells.map((cell) => `${cell ?? ''}`) })),
        isDryRun: false,
      },
    });
    const outcomes = report.json<{ rows: ImportedRow[] }>().rows.map(({ outcome }) => outcome);
    expect(new Set(outcomes)).toEqual(new Set(['unchanged']));
  });

  it('holds nothing of other grids for staff of some, nothing private, and nothing of a tombstone', async () => {
    await given({
      name: '网格乙站',
      grid: 'B',
      owner: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
      licenceCode: '91310105MA1FW00002',
    });
    await given({ name: '已撤站', state: 'retired' });
    const all = await exported();
    expect(all.named('网格乙站')).toBeDefined();
    expect(all.named('已撤站')).toBeUndefined();
    expect(JSON.stringify(all.rows)).not.toMatch(/01ARZ3NDEKTSV4RRFFQ69G5FAV|91310105MA1FW00002/);
    expect((await exported('gridStaff')).named('网格乙站')).toBeUndefined();
    expect((await ask('elsewhere', 'exportPlacesXlsx', { query })).status).toBe(403);
  });
});
