import { describe, expect, it } from 'vitest';
import { EMPTY_URL_STATE, readUrlState, writeUrlState } from '../../../web-map/planner/state/url-state.ts';

describe('the address of the planner’s page', () => {
  it('is empty while everything stands at its default', () => {
    expect(writeUrlState(EMPTY_URL_STATE)).toBe('');
    expect(readUrlState('')).toEqual(EMPTY_URL_STATE);
  });

  it('holds everything that is asked, and reads it back', () => {
    const state = {
      ...EMPTY_URL_STATE,
      subdistrict: '310105001',
      view: 'scenario' as const,
      class: 'canteen' as const,
      minutes: 15,
      mode: 'network' as const,
      speed: 'elderly' as const,
      hour: 0,
      day: 'holiday' as const,
      demand: 'night_riders' as const,
      areaKind: 'neighbourhood' as const,
      area: '01',
      layers: [],
      sort: 'meals' as const,
      isDescending: true,
      scenario: '01HX0000000000000000000000',
      compared: '01HX0000000000000000000001',
    };
    expect(readUrlState(writeUrlState(state))).toEqual(state);
  });

  it('leaves at its default what it cannot read', () => {
    expect(readUrlState('#class=palace&hour=25&meters=1e3&minutes=0&layers=x&street=abc&scenario=1')).toEqual(
      {
        ...EMPTY_URL_STATE,
        layers: [],
      },
    );
  });
});
