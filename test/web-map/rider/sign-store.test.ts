// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError, type Client } from '../../../shared/api/client.ts';
import { createSignStore } from '../../../web-map/rider/state/sign-store.ts';

const PLACE = '01M7W8GKT882H0GWJ1EZDX076T';
const OTHER = '01M7W8GKT882H0GWJ1EZDX0770';

const sent: unknown[] = [];
let answer: () => Promise<unknown>;
const client = ((_id: string, request: unknown) => {
  sent.push(request);
  return answer();
}) as unknown as Client;
const now = signal(new Date('2026-11-20T02:00:00Z'));
const create = () => createSignStore(window as unknown as Window & typeof globalThis, client, now);
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const tapped = (place: string, kind: string) => ({ params: { id: place }, body: { kind } });

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  sent.length = 0;
  answer = async () => ({ received: true });
  now.value = new Date('2026-11-20T02:00:00Z');
});
afterEach(() => vi.useRealTimers());

describe('a tap of a rider', () => {
  it('is sent after five seconds, and remembered for the day', async () => {
    const signs = create();
    signs.tap(PLACE, 'door_locked');
    await pass(4999);
    expect(sent).toEqual([]);
    await pass(1);
    expect(sent).toEqual([tapped(PLACE, 'door_locked')]);
    expect([signs.onItsWay.value, signs.saidOf(PLACE), signs.saidOf(OTHER)]).toEqual([
      undefined,
      'door_locked',
      undefined,
    ]);
  });

  it('is not sent when it is taken back', async () => {
    const signs = create();
    signs.tap(PLACE, 'door_locked');
    await pass(4000);
    signs.undo();
    await pass(10_000);
    expect([sent, signs.saidOf(PLACE), signs.onItsWay.value]).toEqual([[], undefined, undefined]);
  });

  it('is sent at once when another place is tapped', async () => {
    const signs = create();
    signs.tap(PLACE, 'door_locked');
    signs.tap(OTHER, 'still_there');
    await pass(0);
    expect(sent).toEqual([tapped(PLACE, 'door_locked')]);
    await pass(5000);
    expect(sent).toEqual([tapped(PLACE, 'door_locked'), tapped(OTHER, 'still_there')]);
    expect([signs.saidOf(PLACE), signs.saidOf(OTHER)]).toEqual(['door_locked', 'still_there']);
  });

  it('is sent at once when the page is left', async () => {
    const signs = create();
    signs.tap(PLACE, 'still_there');
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    await pass(0);
    expect(sent).toEqual([tapped(PLACE, 'still_there')]);
  });

  it.each([
    ['failed', () => Promise.reject(new TypeError('no network'))],
    ['too_many', () => Promise.reject(new ApiError(429, undefined))],
  ])('that did not arrive is %s, and can be made again', async (status, failing) => {
    const signs = create();
    answer = failing;
    signs.tap(PLACE, 'wrong_information');
    await pass(5000);
    expect([signs.onItsWay.value?.status, signs.saidOf(PLACE)]).toEqual([status, undefined]);
    answer = async () => ({ received: true });
    signs.tap(PLACE, 'wrong_information');
    await pass(5000);
    expect(signs.saidOf(PLACE)).toBe('wrong_information');
  });

  it('is remembered by the next page of the day, and forgotten on the next day of Shanghai', async () => {
    const signs = create();
    signs.tap(PLACE, 'door_locked');
    await pass(5000);
    expect(create().saidOf(PLACE)).toBe('door_locked');
    now.value = new Date('2026-11-20T16:00:00Z');
    expect([create().saidOf(PLACE), signs.saidOf(PLACE)]).toEqual([undefined, undefined]);
  });

  it.each(['not json', '[]', '{"day":1,"places":{}}', '{"day":"2026-11-20","places":null}'])(
    'finds its way past what else is kept: %s',
    (kept) => {
      localStorage.setItem('nuanxin.signs', kept);
      expect(create().saidOf(PLACE)).toBeUndefined();
    },
  );
});
