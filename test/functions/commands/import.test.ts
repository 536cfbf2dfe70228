import { describe, expect, it } from 'vitest';
import { listPlacesOfSubdistrict } from '../../../functions/store/places.ts';
import { listSubdistricts } from '../../../functions/store/subdistricts.ts';
import { importHarness } from '../../support/run-import.ts';

const { importFile, runImport, listPublished, path, readText } = importHarness();

const named = async (name: string) => (await listPublished()).filter((place) => place.name === name);

describe('an import', () => {
  it('reads Chinese columns and words, and counts what it wrote', async () => {
    const { code, said } = await importFile(
      '名称,类别,层级,地址,经度,纬度,开放时间,设施,来源编号,服务\n' +
        '武夷路微驿站,暖新巢,微驿站,武夷路1号,121.4196,31.2153,周一至周五 9:00-17:00,饮水机、微波炉(报修：按钮坏了)、WiFi,W-1,健康咨询 | Tu 14:00-16:00 |  | 需预约\n',
    );
    expect(code).toBe(0);
    expect(said).toContain('1 new, 0 updated, 0 unchanged, 0 skipped.');
    const [place] = await named('武夷路微驿站');
    expect(place).toMatchObject({
      kind: 'station',
      category: 'nuanxin_nest',
      tier: 'micro',
      markerId: 1,
      version: 1,
      amenities: [
        { code: 'drinking_water', state: 'working' },
        { code: 'microwave', state: 'broken', note: '按钮坏了' },
        { code: 'wifi', state: 'working' },
      ],
      source: { name: '华阳路街道', externalId: 'W-1' },
      services: [{ name: '健康咨询', booking: true }],
      illustrative: false,
    });
    expect(place?.schedule?.week[0]).toEqual([[540, 1020]]);
    expect(place?.schedule?.week[6]).toEqual([]);
    expect(place?.searchKey).toContain("wu'yi'lu");
    expect(place?.verifiedAt).toBeUndefined();
    expect((await listSubdistricts())[0]?.counts).toEqual({ station: 1, merchant: 0, facility: 0 });
  });

  it('leaves unchanged rows alone, and changes a changed one without touching its id, marker or history', async () => {
    const file = (hours: string) =>
      `name,category,lng,lat,openingHours,externalId\nA,bank,121.41,31.21,${hours},A\nB,bank,121.42,31.22,24/7,B\n`;
    await importFile(file('24/7'));
    const [before] = await named('A');
    expect((await importFile(file('24/7'))).said).toContain('0 new, 0 updated, 2 unchanged');
    expect((await named('A'))[0]).toEqual(before);
    expect((await importFile(file('Mo-Fr 09:00-17:00'))).said).toContain('0 new, 1 updated, 1 unchanged');
    const [after] = await named('A');
    expect(after).toMatchObject({ id: before?.id, markerId: before?.markerId, version: 2 });
    expect(after?.schedule).not.toEqual(before?.schedule);
  });

  it('finds a row without an id again by kind, name and address', async () => {
    const file = (phone: string) =>
      `name,category,address,lng,lat,phone\nC,bank,Road 1,121.41,31.21,${phone}\n`;
    await importFile(file('1'));
    expect((await importFile(file('2'))).said).toContain('0 new, 1 updated');
    expect(await named('C')).toHaveLength(1);
  });

  it('keeps what the file has no column for, and takes away what a cell leaves empty', async () => {
    await importFile('name,category,lng,lat,phone,pledge,externalId\nD,bank,121.41,31.21,123,promise,D\n');
    await importFile('name,category,lng,lat,phone,externalId\nD,bank,121.41,31.21,,D\n');
    const [place] = await named('D');
    expect(place?.phone).toBeUndefined();
    expect(place?.pledge).toBe('promise');
  });

  it('leaves a broken amenity broken until the row says that it works', async () => {
    const file = (amenities: string) =>
      `name,category,lng,lat,amenities,externalId\nE,bank,121.41,31.21,${amenities},E\n`;
    await importFile(file('微波炉(报修)'));
    expect((await importFile(file('微波炉'))).said).toContain('1 unchanged');
    await importFile(file('微波炉(正常)'));
    expect((await named('E'))[0]?.amenities).toEqual([{ code: 'microwave', state: 'working' }]);
  });

  it('reads since when an amenity is broken, and keeps what it knows better', async () => {
    const file = (amenities: string) =>
      `name,category,lng,lat,amenities,externalId\nE2,bank,121.41,31.21,${amenities},E2\n`;
    const microwave = async () => (await named('E2'))[0]?.amenities[0];
    await importFile(file('微波炉(报修 2026-11-01 08:00：门坏了)'));
    const told = { state: 'broken', brokenSince: '2026-11-01T00:00:00.000Z', note: '门坏了' };
    expect(await microwave()).toMatchObject(told);
    expect((await importFile(file('微波炉(报修)'))).said).toContain('1 unchanged');
    await importFile(file('微波炉(坏了 2026年11月3日)'));
    expect(await microwave()).toMatchObject({ ...told, brokenSince: '2026-11-02T16:00:00.000Z' });
    expect((await importFile(file('微波炉(报修 2026-02-31)'))).said).toContain('must be a date');
    await importFile(file('微波炉(报修：2026-11-05 门坏了)'));
    expect(await microwave()).toMatchObject({
      brokenSince: '2026-11-02T16:00:00.000Z',
      note: '2026-11-05 门坏了',
    });
  });

  it('lifts no suspension and publishes no draft when the cell of the state is empty', async () => {
    const file = (row: string) =>
      `name,category,lng,lat,externalId,state,suspensionReason,suspendedUntil\n${row}\n`;
    await importFile(file('K1,bank,121.41,31.21,K1,暂停开放,装修,2026-12-31'));
    await importFile(file('K2,bank,121.41,31.22,K2,draft,,'));
    const list = (state: 'suspended' | 'draft') =>
      listPlacesOfSubdistrict('310105001', state, undefined).then(({ places }) =>
        places.filter(({ name }) => /^K[12]/.test(name)),
      );
    const { said } = await importFile(
      `name,category,lng,lat,externalId,state,suspensionReason,suspendedUntil,phone\n` +
        'K1,bank,121.41,31.21,K1,,,,1\nK2,bank,121.41,31.22,K2,,,,2\n',
    );
    expect(said).toContain('0 new, 2 updated');
    expect(await list('suspended')).toMatchObject([
      { phone: '1', suspension: { reason: '装修', until: '2026-12-30T16:00:00.000Z' } },
    ]);
    expect(await list('draft')).toMatchObject([{ phone: '2' }]);
    await importFile(file('K1,bank,121.41,31.21,K1,已发布,,'));
    expect(await list('suspended')).toEqual([]);
    expect((await named('K1'))[0]?.suspension).toBeUndefined();
  });

  it.each(['米', '0x10', '1e2', '12 34', '-3'])('takes %j for no number of metres', async (cell) => {
    const { code, said } = await importFile(
      `name,category,lng,lat,accuracyMeters\nL,bank,121.41,31.21,${cell}\n`,
      'csv',
      '--dry-run',
    );
    expect(code).toBe(1);
    expect(said).toContain('must be a number from 0 to 5000');
  });

  it('writes nothing when one row is wrong, and says line, column, value and reason', async () => {
    const { code, said } = await importFile(
      'name,category,lng,lat,openingHours\nF1,bank,121.41,31.21,\nF2,spaceport,121.41,31.21,whenever\n',
    );
    expect(code).toBe(1);
    expect(said).toMatch(/ {2}3 +category +spaceport +unknown category\n/);
    expect(said).toMatch(/ {2}3 +openingHours +whenever +/);
    expect(said).toContain('Nothing was written.');
    expect(await named('F1')).toEqual([]);
  });

  it('writes the good rows with --skip-invalid', async () => {
    const { code, said } = await importFile(
      'name,category,lng,lat\nG1,bank,121.41,31.21\n,bank,121.41,31.21\n',
      'csv',
      '--skip-invalid',
    );
    expect(code).toBe(0);
    expect(said).toContain('1 new, 0 updated, 0 unchanged, 1 skipped.');
    expect(await named('G1')).toHaveLength(1);
  });

  it('says on a dry run what it would do, and writes nothing', async () => {
    const { code, said } = await importFile(
      'name,category,lng,lat\nI,bank,121.41,31.21\n',
      'csv',
      '--dry-run',
    );
    expect(code).toBe(0);
    expect(said).toContain('1 new, 0 updated, 0 unchanged');
    expect(said).toContain('nothing was written');
    expect(await named('I')).toEqual([]);
  });

  it('writes nothing on a dry run with errors, and saves every finding where it is told to', async () => {
    const { code, said } = await importFile(
      'name,category,lng,lat\n"=H",bank,121.41,31.21\nH2,bank,121.41,31.21\nH2,bank,121.42,31.22\n',
      'csv',
      '--dry-run',
      '--report',
      path('report.csv'),
    );
    expect(code).toBe(1);
    expect(said).toContain('This was a dry run');
    expect(await named('H2')).toEqual([]);
    const report = await readText('report.csv');
    expect(report).toContain("error,2,name,'=H,is a formula: paste it as a value\r\n");
    expect(report).toContain('error,4,,H2,"has the kind, name and address of line 3');
  });

  it('lists possible duplicates in the file and on the map, and merges none', async () => {
    await importFile('name,category,lng,lat,externalId\n全家便利店中山公园店,便利店,121.405,31.225,J1\n');
    const { code, said } = await importFile(
      'name,category,lng,lat,externalId\n全家(中山公园店),便利店,121.4055,31.225,J2\n全家 中山公园店,便利店,121.4056,31.225,J3\n罗森中山公园店,便利店,121.4055,31.225,J4\n',
    );
    expect(code).toBe(0);
    expect(said).toMatch(/ {2}2 +全家\(中山公园店\) +48 m from "全家便利店中山公园店"/);
    expect(said).toMatch(/ {2}3 +全家 中山公园店 +10 m from line 2/);
    expect(said).not.toMatch(/罗森/);
    expect(said).toContain('3 new');
  });

  it('names the template’s own columns, and its example row can be imported', async () => {
    const { code } = await runImport('--template', path('template.csv'));
    expect(code).toBe(0);
    const again = await runImport('--template', path('template.csv'), '--lang', 'en');
    expect(again).toMatchObject({ code: 1, complained: expect.stringContaining('there already') });
    const { said } = await importFile(await readText('template.csv'), 'csv', '--dry-run');
    expect(said).toContain('Checked 1 rows, 0 with errors');
  });

  it('says which subdistricts there are and how to add the one that is missing', async () => {
    await importFile('name\n');
    const { code, complained } = await runImport(
      path('file-1.csv'),
      '--subdistrict',
      '310109016',
      '--crs',
      'wgs84',
    );
    expect(code).toBe(1);
    expect(complained).toContain('310105001 华阳路街道');
    expect(complained).toContain('npm run subdistrict');
  });

  it('speaks one language where the schema and not a cell is what refuses', async () => {
    const long = 'x'.repeat(101);
    const row = 'name,category,lng,lat\nM,bank,121.41,31.21\n';
    const { said } = await importFile(row, 'csv', '--source', long, '--lang', 'zh');
    expect(said).toMatch(/ {2}2 +source\.name +M +超过了 100\n/);
    expect((await importFile(row, 'csv', '--source', '')).said).toMatch(
      /source\.name +M +must not be empty\n/,
    );
  });

  it('never guesses the coordinate system', async () => {
    const { code, complained } = await runImport(path('file-1.csv'), '--subdistrict', '310105001');
    expect(code).toBe(1);
    expect(complained).toContain('--crs wgs84|gcj02|bd09');
  });
});
