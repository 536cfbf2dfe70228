import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it, vi } from 'vitest';
import { dynamo, tableName } from '../../../functions/runtime/dynamo.ts';
import { allocateMarkerIds } from '../../../functions/store/counters.ts';
import { findPlace, findPlaces } from '../../../functions/store/places.ts';
import { findPlaceIdsOfSource } from '../../../functions/store/places-of-source.ts';
import { savePlaces } from '../../../functions/store/save-places.ts';
import { saveSubdistrict } from '../../../functions/store/save-subdistrict.ts';
import { listSubdistricts } from '../../../functions/store/subdistricts.ts';
import { listTileFeatures } from '../../../functions/store/tile-features.ts';
import { tileOf } from '../../../shared/geo/tile.ts';
import type { Place } from '../../../shared/place/place.ts';
import { samplePlace } from '../../support/sample-place.ts';
import { sampleSubdistrict } from '../../support/sample-subdistrict.ts';

let nextChange = 0;
const newId = () => `${nextChange++}`.padStart(8, '0');
const change = { by: 'reviewer', at: '2026-11-20T02:00:00.000Z', reason: 'moved' };

const historyOf = async (place: Place) => {
  const { Items } = await dynamo.send(
    new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: 'PK = :pk AND begins_with(SK, :change)',
      ExpressionAttributeValues: { ':pk': { S: `PLACE#${place.id}` }, ':change': { S: 'CHANGE#' } },
    }),
  );
  return Items ?? [];
};

const countsOf = async (code: string) =>
  (await listSubdistricts()).find(({ subdistrict }) => subdistrict.code === code);

describe('savePlaces', () => {
  it('writes a place with its tile, its uniqueness, its history and the counts in one go', async () => {
    await saveSubdistrict(sampleSubdistrict());
    const place = samplePlace();
    await savePlaces([{ after: place, uniqueness: { source: 's', externalId: 'a' }, change }], { newId });
    expect(await findPlace(place.id)).toEqual(place);
    expect((await listTileFeatures(tileOf(place.position))).map(({ id }) => id)).toEqual([place.id]);
    expect(await findPlaceIdsOfSource([{ source: 's', externalId: 'a' }])).toEqual([place.id]);
    expect(await historyOf(place)).toMatchObject([{ by: { S: 'reviewer' }, reason: { S: 'moved' } }]);
    expect(await countsOf('310105001')).toMatchObject({
      counts: { station: 1, merchant: 0, facility: 0 },
      changedAt: change.at,
    });
  });

  it('moves the counts and leaves the map when a place is retired, and keeps both texts in its history', async () => {
    await saveSubdistrict(sampleSubdistrict({ code: '310105003' }));
    const before = samplePlace({ subdistrict: '310105003', position: [121.3, 31.1] });
    await savePlaces([{ after: before, change }], { newId });
    const after: Place = { ...before, state: 'retired', version: 2 };
    await savePlaces([{ before, after, change }], { newId });
    expect((await countsOf('310105003'))?.counts).toEqual({ station: 0, merchant: 0, facility: 0 });
    expect(await listTileFeatures(tileOf(before.position))).toEqual([]);
    const history = await historyOf(before);
    expect(history).toHaveLength(2);
    expect(JSON.parse(history[1]?.before?.S ?? '')).toEqual(before);
  });

  it('writes no history for a draft, and none of it stands on the map', async () => {
    const draft = samplePlace({ state: 'draft', position: [121.2, 31.1] });
    await savePlaces([{ after: draft, change }], { newId });
    expect(await historyOf(draft)).toEqual([]);
    expect(await listTileFeatures(tileOf(draft.position))).toEqual([]);
  });

  it('refuses to overwrite what someone else changed since it was read, and writes nothing of that batch', async () => {
    const before = samplePlace();
    const other = samplePlace();
    await savePlaces([{ after: before, change }], { newId });
    await savePlaces([{ before, after: { ...before, name: '一', version: 2 }, change }], { newId });
    const late = savePlaces(
      [
        { after: other, change },
        { before, after: { ...before, name: '二', version: 2 }, change },
      ],
      { newId },
    );
    await expect(late).rejects.toMatchObject({ code: 'precondition_failed' });
    expect((await findPlace(before.id))?.name).toBe('一');
    expect(await findPlace(other.id)).toBeUndefined();
  });

  it('refuses a second place with the same id of a source', async () => {
    const uniqueness = { source: 's', externalId: 'twice' };
    await savePlaces([{ after: samplePlace(), uniqueness, change }], { newId });
    const second = samplePlace();
    await expect(savePlaces([{ after: second, uniqueness, change }], { newId })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await findPlace(second.id)).toBeUndefined();
  });

  it('writes any number of places in transactions of whole places', async () => {
    const places = Array.from({ length: 75 }, (_, index) => samplePlace({ name: `N${index}` }));
    const saved: number[] = [];
    await savePlaces(
      places.map((after) => ({ after, uniqueness: { source: 'n', externalId: after.id }, change })),
      { newId, onSaved: (count) => saved.push(count) },
    );
    expect(saved).toEqual([33, 33, 9]);
    expect((await findPlaces(places.map(({ id }) => id))).size).toBe(75);
  });

  it('tries again when another transaction holds the same items', async () => {
    const send = dynamo.send.bind(dynamo);
    let refusals = 2;
    // No engine on a developer's machine raises this; DynamoDB does, under two writers.
    const spy = vi.spyOn(dynamo, 'send').mockImplementation(((command: { constructor: { name: string } }) => {
      if (command.constructor.name !== 'TransactWriteItemsCommand' || refusals === 0)
        return send(command as never);
      refusals -= 1;
      return Promise.reject(
        Object.assign(new Error('canceled'), {
          name: 'TransactionCanceledException',
          CancellationReasons: [{ Code: 'None' }, { Code: 'TransactionConflict' }],
        }),
      );
    }) as never);
    const place = samplePlace();
    await savePlaces([{ after: place, change }], { newId });
    spy.mockRestore();
    expect(refusals).toBe(0);
    expect(await findPlace(place.id)).toEqual(place);
  });

  it('refuses a place too large to store', async () => {
    const services = Array.from({ length: 20 }, (_, index) => ({
      name: `服务${index}`,
      booking: false,
      note: '很'.repeat(200),
      schedule: {
        week: [[], [], [], [], [], [], []] as NonNullable<Place['schedule']>['week'],
        publicHolidays: 'closed' as const,
        exceptions: Array.from({ length: 12 }, (_, day) => ({
          from: `2026-12-${10 + day}`,
          to: `2026-12-${10 + day}`,
          hours: [],
          reason: '休'.repeat(60),
        })),
      },
    }));
    await expect(savePlaces([{ after: samplePlace({ services }), change }], { newId })).rejects.toMatchObject(
      {
        code: 'invalid_request',
      },
    );
  });
});

describe('allocateMarkerIds', () => {
  it('never gives one twice, to callers at the same time either', async () => {
    const blocks = await Promise.all([
      allocateMarkerIds(5),
      allocateMarkerIds(3),
      allocateMarkerIds(4),
      allocateMarkerIds(0),
    ]);
    expect(blocks.flat().toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });
});

describe('saveSubdistrict', () => {
  it('refuses an outline too large to be read with every page, and says how large it is', async () => {
    const ring = Array.from({ length: 1999 }, (_, index): [number, number] => [
      121 + index / 12345,
      31 + index / 54321,
    ]);
    const outline = { type: 'Polygon' as const, coordinates: [[...ring, ring[0] as [number, number]]] };
    await expect(saveSubdistrict(sampleSubdistrict({ outline }))).rejects.toThrow(
      /takes \d+ bytes, more than 40000/,
    );
  });
});
