import { expect, it, vi } from 'vitest';
import { run as seed } from '../../../functions/commands/seed.ts';
import { dynamo } from '../../../functions/runtime/dynamo.ts';
import { listPlacesOfSubdistrict } from '../../../functions/store/places.ts';
import { savePlaces } from '../../../functions/store/save-places.ts';
import { listSubdistrictCodes } from '../../../functions/store/subdistricts.ts';

const silent = { stdout: { write: () => {} }, stderr: { write: () => {} } };
const listPlaces = async () => (await listPlacesOfSubdistrict('310105001', 'published', undefined)).places;

/** Runs the seed on a table that is lost from the given command on. */
const seedUntil = async (isLost: (name: string, count: number) => boolean): Promise<number> => {
  const send = dynamo.send.bind(dynamo);
  const counts = new Map<string, number>();
  let isGone = false;
  const spy = vi.spyOn(dynamo, 'send').mockImplementation(((command: { constructor: { name: string } }) => {
    const { name } = command.constructor;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    isGone ||= isLost(name, counts.get(name) ?? 0);
    const lost = Object.assign(new Error('connection lost'), { code: 'ECONNRESET' });
    return isGone ? Promise.reject(lost) : send(command as never);
  }) as never);
  try {
    return await seed([], silent);
  } catch {
    return 1;
  } finally {
    spy.mockRestore();
  }
};

it('finishes a seed that was cut off between the subdistrict and its places', async () => {
  expect(await seedUntil((name, count) => name === 'TransactWriteItemsCommand' && count === 2)).toBe(1);
  expect(await listSubdistrictCodes()).toEqual(['310105001']);
  expect(await listPlaces()).toEqual([]);

  // Cut off again, now after the places and before the seed could note that it is complete.
  expect(await seedUntil((name) => name === 'DeleteItemCommand')).toBe(1);
  expect(await listPlaces()).toHaveLength(19);
});

it('overwrites nothing that was edited since, and then is over', async () => {
  const [before] = await listPlaces();
  if (!before) throw new Error('no place');
  const after = { ...before, address: '后来改过的地址', version: before.version + 1 };
  const change = { by: 'test', at: '2026-11-20T02:00:00.000Z', reason: 'test' };
  await savePlaces([{ before, after, change }], { newId: () => 'change-1' });
  expect(await seed([], silent)).toBe(0);
  expect((await listPlaces()).find(({ id }) => id === before.id)).toEqual(after);
  expect(await listPlaces()).toHaveLength(19);

  const retired = { ...after, state: 'retired' as const, version: after.version + 1 };
  await savePlaces([{ before: after, after: retired, change }], { newId: () => 'change-2' });
  expect(await seed([], silent)).toBe(0);
  expect(await listPlaces()).toHaveLength(18);
});
