import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EMPTY_URL_STATE,
  readUrlState,
  type UrlState,
  writeUrlState,
} from '../../../web-map/rider/state/url-state.ts';

const state = (given: Partial<UrlState>): UrlState => ({ ...EMPTY_URL_STATE, ...given });

describe('the address of the page', () => {
  it('says nothing when there is nothing to say', () => {
    expect(writeUrlState(EMPTY_URL_STATE)).toBe('');
    expect(readUrlState('')).toEqual(EMPTY_URL_STATE);
  });

  it('reads as people would write it', () => {
    expect(
      writeUrlState(
        state({
          place: '01M7W8GKT882H0GWJ1EZDX076T',
          openNow: true,
          amenities: ['microwave', 'toilet'],
          query: '食堂',
          from: [121.4165, 31.2185],
        }),
      ),
    ).toBe(
      '#place=01M7W8GKT882H0GWJ1EZDX076T&open=1&amenity=microwave,toilet&q=%E9%A3%9F%E5%A0%82&from=121.41650,31.21850',
    );
  });

  it('brings back every state that it wrote', () => {
    const positions = fc
      .tuple(fc.integer({ min: 7_300_000, max: 13_500_000 }), fc.integer({ min: 300_000, max: 5_300_000 }))
      .map(([lng, lat]): [number, number] => [lng / 100_000, lat / 100_000]);
    const states = fc.record<UrlState>({
      place: fc.option(fc.constant('01M7W8GKT882H0GWJ1EZDX076T'), { nil: undefined }),
      openNow: fc.boolean(),
      roundTheClock: fc.boolean(),
      kinds: fc.subarray(['station', 'merchant', 'facility']),
      categories: fc.subarray(['restaurant', 'ebike_charging', 'clinic']),
      amenities: fc.subarray(['ebike_charging', 'toilet', 'wifi']),
      query: fc.string({ maxLength: 60 }).map((text) => text.trim()),
      from: fc.option(positions, { nil: undefined }),
      view: fc.option(
        fc.record({ center: positions, zoom: fc.integer({ min: 12, max: 72 }).map((zoom) => zoom / 4) }),
        { nil: undefined },
      ),
      language: fc.option(fc.constantFrom('zh', 'en'), { nil: undefined }),
    });
    fc.assert(
      fc.property(states, (before) => {
        expect(readUrlState(writeUrlState(before))).toEqual(before);
      }),
    );
  });

  it('writes even half an emoji, as a field that is being typed into may hold it', () => {
    expect(() => writeUrlState(state({ query: '\ud83c' }))).not.toThrow();
  });

  it('leaves at its default what makes no sense', () => {
    const nonsense =
      '#place=<img>&open=yes&kind=castle,station,station&category=toString&amenity=&from=999,1&view=121.4,31.2,99&lang=fr&what=1';
    expect(readUrlState(nonsense)).toEqual(state({ kinds: ['station'] }));
  });

  it('reads no more of a query than the search takes', () => {
    expect(readUrlState(`#q=${'堂'.repeat(500)}`).query).toHaveLength(60);
  });

  it('survives any text after the hash', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(Object.keys(readUrlState(`#${text}`))).toEqual(Object.keys(EMPTY_URL_STATE));
      }),
    );
  });
});
