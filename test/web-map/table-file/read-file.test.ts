import { describe, expect, it } from 'vitest';
import { chunksOf, likelyHeader } from '../../../web-map/staff/table/chunks.ts';
import { readFile } from '../../../web-map/table-file/read-file.ts';
import { FileRefusal } from '../../../web-map/table-file/refusal.ts';
import { unpack } from '../../../web-map/table-file/unpack.ts';
import { workbook, zip } from '../../support/workbook.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const refusal = async (file: Uint8Array) => {
  const error = await readFile(file).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(FileRefusal);
  return (error as FileRefusal).code;
};

describe('a chosen file', () => {
  it('is read as CSV, each row with the line it begins on', async () => {
    const rows = await readFile(bytes('名称,地址\r\n"一家\n店",定西路\n\n二店,武夷路,\n'));
    expect(rows).toEqual([
      { line: 1, cells: ['名称', '地址'] },
      { line: 2, cells: ['一家\n店', '定西路'] },
      { line: 5, cells: ['二店', '武夷路'] },
    ]);
  });

  it('is read in GB18030 and with semicolons, as offices save it', async () => {
    const gb18030 = new Uint8Array([0xc3, 0xfb, 0xb3, 0xc6, 0x3b, 0x78, 0x0a, 0xb5, 0xea, 0x3b, 0x31]);
    expect((await readFile(gb18030)).map(({ cells }) => cells)).toEqual([
      ['名称', 'x'],
      ['店', '1'],
    ]);
  });

  it('is read as a workbook, dates as they stand in their cells', async () => {
    const rows = await readFile(
      workbook([
        ['名称', '核实'],
        ['暖新巢', { date: 46_000.5 }],
        ['食堂', 12],
      ]),
    );
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['名称', '核实'],
      ['暖新巢', '2025-12-09T12:00:00'],
      ['食堂', '12'],
    ]);
  });

  it('is read as GeoJSON, properties as columns and the point as two', async () => {
    const feature = (name: string, coordinates: unknown) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates },
      properties: { name },
    });
    const collection = {
      type: 'FeatureCollection',
      features: [feature('店', [121.4, 31.2]), feature('无', null)],
    };
    expect(await readFile(bytes(JSON.stringify(collection)))).toEqual([
      { line: 0, cells: ['name', 'lng', 'lat'] },
      { line: 1, cells: ['店', '121.4', '31.2'] },
      { line: 2, cells: ['无'] },
    ]);
  });

  it('is refused with the reason where it cannot be a table', async () => {
    expect(await refusal(new Uint8Array())).toBe('empty');
    expect(await refusal(bytes('名称,地址\n'))).toBe('empty');
    expect(await refusal(bytes('a,"b\n1'))).toBe('broken_csv');
    expect(await refusal(bytes('{"type":'))).toBe('broken_json');
    expect(await refusal(bytes('{"type":"Feature"}'))).toBe('no_geojson');
    expect(await refusal(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).toBe('old_excel');
    expect(await refusal(new Uint8Array([0x50, 0x4b, 3, 4, 5]))).toBe('broken_workbook');
    expect(await refusal(bytes(`a\n${','.repeat(100)}x\n`))).toBe('too_many_columns');
    expect(await refusal(bytes(`a\n${'x'.repeat(4001)}\n`))).toBe('cell_too_long');
    expect(await refusal(bytes('a\n'.repeat(10_002)))).toBe('too_many_rows');
  });

  it('is refused when it unpacks to more than it may, whatever its directory says', async () => {
    const bomb = zip({ 'xl/a.xml': ' '.repeat(49 * 1024 * 1024) });
    await expect(unpack(bomb, () => true)).rejects.toMatchObject({ code: 'inflates_too_far' });
  });
});

describe('rows on their way to the API', () => {
  const row = (line: number, letters = 1) => ({ line, cells: ['x'.repeat(letters)] });

  it('go a hundred at a time, fewer where they are long, and none is lost', () => {
    const many = Array.from({ length: 250 }, (_, index) => row(index + 1));
    expect(chunksOf(many).map(({ length }) => length)).toEqual([100, 100, 50]);
    expect(chunksOf(many).flat()).toEqual(many);
    expect(chunksOf([row(1, 150_000), row(2, 150_000), row(3)]).map(({ length }) => length)).toEqual([1, 2]);
  });

  it('find the header below titles', () => {
    expect(
      likelyHeader([
        { line: 1, cells: ['华阳路街道点位表'] },
        { line: 2, cells: ['名称', '地址', '经度', '纬度'] },
        { line: 3, cells: ['店', '路', '1', '2'] },
      ]),
    ).toBe(1);
  });
});
