import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dynamo } from '../../../functions/runtime/dynamo.ts';
import { savePlaces } from '../../../functions/store/save-places.ts';
import { csvLine } from '../../../shared/place/csv.ts';
import type { Place } from '../../../shared/place/place.ts';
import { COLUMN_NAMES, placeRow, type TableStyle } from '../../../shared/place/place-columns.ts';
import { searchKey } from '../../../shared/place/search-key.ts';
import { importHarness } from '../../support/run-import.ts';
import { samplePlace } from '../../support/sample-place.ts';

const { importFile, listPublished, path, readText } = importHarness();

let nextChange = 0;
const newId = () => `change-${nextChange++}`;
const change = { by: 'test', at: '2026-11-20T02:00:00.000Z', reason: 'test' };

/** A place in which every column says something. */
const full = (): Place => {
  const place = samplePlace({
    name: '=华阳“食堂”, 一号',
    nameEn: 'Canteen; One',
    aliases: ['老食堂', 'HY-1'],
    address: '安化路492号\n二楼',
    category: 'nuanxin_nest',
    tier: 'grid',
    kind: 'station',
    position: [121.4160001, 31.2170002],
    givenPosition: { crs: 'gcj02', position: [121.4205, 31.2149] },
    accuracyMeters: 12.5,
    services: [
      { name: '健康咨询', category: 'clinic', booking: true, note: '带社保卡' },
      { name: '午餐', booking: false },
    ],
    amenities: [
      { code: 'aed', state: 'working' },
      { code: 'microwave', state: 'broken', brokenSince: '2026-11-01T00:00:12.345Z', note: '门坏了' },
    ],
    access: { entrance: '侧门', ebikeParking: '门前', whoMayEnter: '骑手', maxStayMinutes: 60 },
    phone: '+86 21 6251',
    website: 'https://example.org/a?b=c',
    pledge: '为安全不催单',
    verifiedAt: '2026-11-19T01:02:03.000Z',
    verifiedBy: 'check_in',
    illustrative: true,
    source: { name: '街道', externalId: '#1', licence: 'ODbL-1.0', attribution: '© x', note: 'n' },
  });
  return { ...place, searchKey: searchKey(place) };
};

describe('an exported table', () => {
  let place: Place;
  beforeEach(async () => {
    place = full();
    await savePlaces([{ after: place, change }], { newId });
  });

  it.each<TableStyle>([
    { language: 'zh', crs: 'wgs84' },
    { language: 'en', crs: 'wgs84' },
    { language: 'zh', crs: 'gcj02' },
  ])('is imported again without a change: %j', async (style) => {
    const { code, said } = await importFile(
      `\ufeff${csvLine(COLUMN_NAMES[style.language])}${csvLine(placeRow(place, style))}`,
    );
    expect(code).toBe(0);
    expect(said).toContain('0 new, 0 updated, 1 unchanged');
  });

  it('finds a place by its id after its name was changed in the table', async () => {
    const cells = placeRow({ ...place, name: '新名' }, { language: 'zh', crs: 'wgs84' });
    expect((await importFile(csvLine(COLUMN_NAMES.zh) + csvLine(cells))).said).toContain('0 new, 1 updated');
    const [renamed] = (await listPublished()).filter(({ id }) => id === place.id);
    expect(renamed).toMatchObject({ name: '新名', version: 2, markerId: place.markerId });
    expect(renamed?.searchKey).toContain("xin'ming");
    expect(renamed?.verifiedAt).toBe(place.verifiedAt);
  });

  it('tells another table since when something is broken, to the minute', async () => {
    const cells = placeRow({ ...place, name: '另一处', source: { name: '街道', externalId: '#2' } });
    cells[0] = '';
    await importFile(csvLine(COLUMN_NAMES.zh) + csvLine(cells));
    const copy = (await listPublished()).find(({ name }) => name === '另一处');
    expect(copy?.amenities.find(({ code }) => code === 'microwave')).toEqual({
      code: 'microwave',
      state: 'broken',
      brokenSince: '2026-11-01T00:00:00.000Z',
      note: '门坏了',
    });
  });

  it('does not turn a verification back to an older one', async () => {
    const cells = placeRow({ ...place, verifiedAt: '2026-01-01T00:00:00.000Z' });
    expect((await importFile(csvLine(COLUMN_NAMES.zh) + csvLine(cells))).said).toContain('1 unchanged');
  });
});

describe('an import that is cut off', () => {
  const rows = 150;
  const file = `name,category,lng,lat,externalId\n${Array.from(
    { length: rows },
    (_, index) => `R${index},bank,${(121.401 + index * 0.00018).toFixed(5)},31.203,cut-${index}\n`,
  ).join('')}`;

  it('keeps what it wrote, says how to go on, and the next run writes exactly the rest', async () => {
    const send = dynamo.send.bind(dynamo);
    let transactions = 0;
    const spy = vi.spyOn(dynamo, 'send').mockImplementation(((command: { constructor: { name: string } }) => {
      const isWrite = command.constructor.name === 'TransactWriteItemsCommand';
      if (isWrite) transactions += 1;
      // The connection is lost after two of the five transactions.
      return isWrite && transactions > 2
        ? Promise.reject(Object.assign(new Error('connection lost'), { code: 'ECONNRESET' }))
        : send(command as never);
    }) as never);
    const first = await importFile(file);
    spy.mockRestore();
    expect(first.code).toBe(1);
    expect(first.complained).toContain('connection lost');
    expect(first.complained).toContain('run the same command again');
    const written = (await listPublished()).filter(({ name }) => name.startsWith('R'));
    expect(written).toHaveLength(66);

    const second = await importFile(file);
    expect(second.said).toContain(`${rows - 66} new, 0 updated, 66 unchanged`);
    const all = (await listPublished()).filter(({ name }) => name.startsWith('R'));
    expect(all).toHaveLength(rows);
    expect(new Set(all.map(({ markerId }) => markerId)).size).toBe(rows);
    expect(all.filter(({ id }) => written.some((place) => place.id === id))).toEqual(written);
  });
});

describe('a row that can no longer be written', () => {
  it('is named, stands in the report and makes the exit code 1, while the others are written', async () => {
    const place = full();
    await savePlaces([{ after: place, change }], { newId });
    const rows = Array.from(
      { length: 99 },
      (_, index) => `S${index},bank,${(121.401 + index * 0.00018).toFixed(5)},31.206,late-${index},,\n`,
    );
    const send = dynamo.send.bind(dynamo);
    let isRetired = false;
    const spy = vi.spyOn(dynamo, 'send').mockImplementation((async (command: {
      constructor: { name: string };
    }) => {
      // While the first chunk is written, someone else retires the place of the second.
      if (command.constructor.name === 'TransactWriteItemsCommand' && !isRetired) {
        isRetired = true;
        const after: Place = { ...place, state: 'retired', retiredAt: change.at, version: 2 };
        await savePlaces([{ before: place, after, change }], { newId });
      }
      return send(command as never);
    }) as never);
    const { code, said } = await importFile(
      `name,category,lng,lat,externalId,id,state\n${rows.join('')}T,nuanxin_nest,121.416,31.217,,${place.id},published\n`,
      'csv',
      '--report',
      path('late.csv'),
    );
    spy.mockRestore();
    expect(code).toBe(1);
    expect(said).toContain('99 new, 1 updated');
    expect(said).toContain('1 of them were not written');
    expect(said).toMatch(/ {2}101 +T +the place was retired/);
    expect(await readText('late.csv')).toContain('error,101,,T,the place was retired');
    expect((await listPublished()).filter(({ name }) => /^S\d/.test(name))).toHaveLength(99);
  });
});

it('shows a bug as a bug: only the table and the network can cut an import off', async () => {
  const send = dynamo.send.bind(dynamo);
  const spy = vi
    .spyOn(dynamo, 'send')
    .mockImplementation(((command: { constructor: { name: string } }) =>
      command.constructor.name === 'TransactWriteItemsCommand'
        ? Promise.reject(new TypeError('x is not a function'))
        : send(command as never)) as never);
  await expect(importFile('name,category,lng,lat\nU,bank,121.41,31.21\n')).rejects.toThrow(TypeError);
  spy.mockRestore();
});

describe('two rows about one place', () => {
  it('are refused on the second, however each names the place', async () => {
    await importFile('name,category,lng,lat,externalId\nV,bank,121.41,31.21,V\n');
    const id = (await listPublished()).find(({ name }) => name === 'V')?.id;
    const { code, said } = await importFile(
      `name,category,lng,lat,id,externalId\nV1,bank,121.41,31.21,${id},\nV2,bank,121.41,31.21,,V\n`,
    );
    expect(code).toBe(1);
    expect(said).toMatch(/ {2}3 +V2 +is about the same place as line 2/);
    expect(said).toContain('Nothing was written.');
  });

  it('are refused where one of them has the id besides: both would claim one id of the source', async () => {
    await importFile('name,category,lng,lat\nW,bank,121.41,31.21\n');
    const id = (await listPublished()).find(({ name }) => name === 'W')?.id;
    const { code, said } = await importFile(
      `name,category,lng,lat,id,externalId\nW,bank,121.41,31.21,${id},W\nW2,bank,121.42,31.21,,W\n`,
    );
    expect(code).toBe(1);
    expect(said).toMatch(/ {2}3 +W2 +has the same id as line 2/);
  });
});
