import { describe, expect, it } from 'vitest';
import { ANNOUNCED_HOLIDAYS } from '../../../shared/calendar/announced-holidays.ts';
import type { Place } from '../../../shared/place/place.ts';
import { placeFeature } from '../../../shared/place/place-summary.ts';
import { type RankedPlace, viewFrom } from '../../../shared/place/rank.ts';
import { type ListInput, listState } from '../../../web-map/rider/state/list-state.ts';
import { samplePlace } from '../../support/sample-place.ts';

const NOW = new Date('2026-11-20T10:42:00+08:00');
const CLOSED: Place['schedule'] = { week: [[], [], [], [], [], [], []], publicHolidays: 'closed' };

const seen = (given: Partial<Place> = {}): RankedPlace =>
  viewFrom(placeFeature(samplePlace(given)), [], {
    origin: [121.4165, 31.2185],
    now: NOW,
    holidays: ANNOUNCED_HOLIDAYS,
  });
const open = seen();
const closed = seen({ schedule: CLOSED });

const state = (given: Partial<Omit<ListInput, 'tiles'>> & { tiles?: Partial<ListInput['tiles']> } = {}) =>
  listState({
    zoom: 15,
    now: NOW,
    placesInView: 5,
    matching: [],
    openNow: false,
    nearestOpenAnywhere: undefined,
    ...given,
    tiles: {
      first: false,
      loading: false,
      failed: false,
      offline: false,
      savedAt: undefined,
      ...given.tiles,
    },
  });

describe('listState', () => {
  it('is loading while nothing is there and tiles are on their way', () => {
    expect(state({ tiles: { loading: true } })).toEqual({ name: 'loading' });
  });

  it('names no nearest place before everything near has been seen once', () => {
    expect(state({ matching: [open], tiles: { first: true, loading: true } })).toEqual({ name: 'loading' });
  });

  it('shows what is there although other tiles are still on their way or failed', () => {
    expect(state({ matching: [open], tiles: { loading: true } }).name).toBe('results');
    expect(state({ matching: [open], tiles: { failed: true } }).name).toBe('results');
  });

  it('answers with the nearest open place and lists the others, closed ones too', () => {
    expect(state({ matching: [closed, open] })).toEqual({ name: 'results', answer: open, others: [closed] });
  });

  it('lists only open ones where these are wanted', () => {
    expect(state({ matching: [closed, open], openNow: true })).toMatchObject({ answer: open, others: [] });
  });

  it('says of when the places are when they could not be refreshed', () => {
    const savedAt = '2026-11-20T02:00:00.000Z';
    expect(state({ matching: [open], tiles: { savedAt, offline: true } })).toMatchObject({
      name: 'saved_results',
      savedAt,
      offline: true,
    });
  });

  it('names the nearest open place elsewhere when none here is open', () => {
    expect(state({ matching: [closed], nearestOpenAnywhere: open })).toEqual({
      name: 'none_open',
      nearest: open,
      closed: [closed],
      hidden: 0,
    });
  });

  it('counts the closed places that the filter hides', () => {
    expect(state({ matching: [closed], openNow: true })).toMatchObject({ closed: [], hidden: 1 });
  });

  it('tells filters that exclude everything from a place where nothing is', () => {
    expect(state({ placesInView: 5 })).toEqual({ name: 'none_found' });
    expect(state({ placesInView: 0 })).toEqual({ name: 'nothing_here', reason: 'empty' });
  });

  it('asks to come nearer below the zoom that shows places', () => {
    expect(state({ zoom: 12.9, matching: [open] })).toEqual({ name: 'nothing_here', reason: 'zoom_in' });
    expect(state({ zoom: 13, matching: [open] }).name).toBe('results');
  });

  it('has failed when nothing is there and tiles could not be had, online or off', () => {
    expect(state({ placesInView: 0, tiles: { failed: true } })).toEqual({ name: 'failed', offline: false });
    expect(state({ placesInView: 0, tiles: { failed: true, offline: true } })).toEqual({
      name: 'failed',
      offline: true,
    });
  });
});
