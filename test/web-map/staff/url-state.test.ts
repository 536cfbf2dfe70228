import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CASE_FILTERS,
  KINDS,
  PLACE_STATES,
  REGISTRATION_KINDS,
  WORK_REASONS,
} from '../../../web-map/staff/state/codes.ts';
import { SECTIONS } from '../../../web-map/staff/state/sections.ts';
import {
  EMPTY_URL_STATE,
  readUrlState,
  type UrlState,
  writeUrlState,
} from '../../../web-map/staff/state/url-state.ts';

const ID = '01M7W8GKT882H0GWJ1EZDX076T';
const maybe = <Value>(values: readonly Value[]) => fc.constantFrom(undefined, ...values);

describe('the address of the staff page', () => {
  it('says nothing when everything stands at its default', () => {
    expect(writeUrlState(EMPTY_URL_STATE)).toBe('');
    expect(readUrlState('')).toEqual(EMPTY_URL_STATE);
  });

  it('reads as people would write it', () => {
    expect(writeUrlState({ ...EMPTY_URL_STATE, section: 'review', caseFilter: 'overdue', case: ID })).toBe(
      `#section=review&cases=overdue&case=${ID}`,
    );
  });

  it('leaves out what it cannot read', () => {
    expect(readUrlState('#section=root&street=31&case=x&month=202613&grid=%3Cb%3E&q=食堂')).toEqual({
      ...EMPTY_URL_STATE,
      query: '食堂',
    });
  });

  it('brings back every state that it wrote', () => {
    const states = fc.record<UrlState>({
      section: maybe(SECTIONS),
      subdistrict: maybe(['310105001']),
      caseFilter: fc.constantFrom(...CASE_FILTERS),
      caseKind: maybe(REGISTRATION_KINDS),
      grid: maybe(['A01', '三号网格']),
      case: maybe([ID]),
      workReason: maybe(WORK_REASONS),
      placeState: fc.constantFrom(...PLACE_STATES),
      placeKind: maybe(KINDS),
      query: fc.constantFrom('', '食堂', 'a&b=c#d'),
      place: maybe([ID, 'new']),
      month: maybe(['202611']),
      person: maybe([ID]),
      changed: maybe([ID]),
    });
    fc.assert(
      fc.property(states, (state) => {
        expect(readUrlState(writeUrlState(state))).toEqual(state);
      }),
    );
  });
});
