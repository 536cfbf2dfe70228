import { describe, expect, it } from 'vitest';
import { sharePlace } from '../../../web-map/rider/detail/share-place.ts';
import { EMPTY_URL_STATE } from '../../../web-map/rider/state/url-state.ts';

const URL_STATE = {
  ...EMPTY_URL_STATE,
  place: '01M7W8GKT882H0GWJ1EZDX076T',
  openNow: true,
  from: [121.4165, 31.2185] as [number, number],
  view: { center: [121.4165, 31.2185] as [number, number], zoom: 16 },
};
const SHARED = 'https://map.example/#place=01M7W8GKT882H0GWJ1EZDX076T&open=1';

const windowWith = (navigator: object) =>
  ({ navigator, location: { origin: 'https://map.example', pathname: '/' } }) as unknown as Window;

describe('sharePlace', () => {
  it("gives place and filters to the phone's sheet, and nothing of where one stands", async () => {
    const given: unknown[] = [];
    const share = async (data: unknown) => void given.push(data);
    expect(await sharePlace(windowWith({ share }), '暖新巢', URL_STATE)).toBe('shared');
    expect(given).toEqual([{ title: '暖新巢', url: SHARED }]);
  });

  it('takes a change of mind for what it is', async () => {
    const share = () => Promise.reject(Object.assign(new Error('no'), { name: 'AbortError' }));
    expect(await sharePlace(windowWith({ share }), '暖新巢', URL_STATE)).toBe('cancelled');
  });

  it('copies where there is no sheet, or where it fails', async () => {
    for (const share of [undefined, () => Promise.reject(new Error('not allowed here'))]) {
      const copied: string[] = [];
      const clipboard = { writeText: async (text: string) => void copied.push(text) };
      expect(await sharePlace(windowWith({ share, clipboard }), '暖新巢', URL_STATE)).toBe('copied');
      expect(copied).toEqual([SHARED]);
    }
  });

  it('says when neither is possible', async () => {
    expect(await sharePlace(windowWith({}), '暖新巢', URL_STATE)).toBe('failed');
  });
});
