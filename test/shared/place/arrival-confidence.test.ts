import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type ArrivalFacts,
  arrivalConfidence,
  CONFIDENCE_RULES,
} from '../../../shared/place/arrival-confidence.ts';
import { Confidence, ConfidenceReason } from '../../../shared/place/confidence.ts';

const now = new Date('2026-11-20T02:00:00Z');
const until = '2026-11-20T14:00:00.000Z';
const daysAgo = (days: number): string => new Date(now.getTime() - days * 86_400_000).toISOString();

/** Open, verified three days ago by a check-in, with a working microwave. */
const good: ArrivalFacts = {
  openState: { status: 'open', closesAt: until, holidaysKnown: true },
  verifiedAt: daysAgo(3),
  verifiedBy: 'check_in',
  amenities: [
    { code: 'microwave', state: 'working' },
    { code: 'phone_charging', state: 'broken' },
  ],
  wanted: [],
};
const judge = (change: Partial<ArrivalFacts>) => arrivalConfidence({ ...good, ...change }, now);
const first = (change: Partial<ArrivalFacts>) => {
  const { level, reasons } = judge(change);
  return [level, reasons[0]];
};

describe('arrival confidence', () => {
  it('is likely where it is open and was verified lately, and says until when and by whom', () => {
    expect(judge({})).toEqual({
      level: 'likely',
      reasons: [
        { code: 'open', until },
        { code: 'verified', at: good.verifiedAt, by: 'check_in' },
      ],
    });
  });

  it('is likely without a closing time around the clock, and without knowing who verified', () => {
    expect(
      judge({ openState: { status: 'open', holidaysKnown: true }, verifiedBy: undefined }).reasons,
    ).toEqual([{ code: 'open' }, { code: 'verified', at: good.verifiedAt }]);
  });

  it('is unlikely where the place is suspended, whatever else holds', () => {
    expect(first({ suspension: { reason: '装修' } })).toEqual([
      'unlikely',
      { code: 'suspended', reason: '装修' },
    ]);
    const ahead = new Date(now.getTime() + 1).toISOString();
    expect(first({ suspension: { reason: '装修', until: ahead } })).toEqual([
      'unlikely',
      { code: 'suspended', reason: '装修', until: ahead },
    ]);
  });

  it('is uncertain from the very end of a suspension that nobody lifted', () => {
    const suspension = { reason: '装修', until: now.toISOString() };
    expect(first({ suspension })).toEqual(['uncertain', { code: 'suspended', ...suspension }]);
  });

  it('is unlikely where it is closed, and says when it opens if it does', () => {
    expect(first({ openState: { status: 'closed', opensAt: until, holidaysKnown: true } })).toEqual([
      'unlikely',
      { code: 'closed', opensAt: until },
    ]);
    expect(first({ openState: { status: 'closed', holidaysKnown: true } })).toEqual([
      'unlikely',
      { code: 'closed' },
    ]);
  });

  it('is unlikely where something asked for is missing or broken, and names each', () => {
    expect(judge({ wanted: ['phone_charging', 'fridge', 'microwave', 'toilet'] })).toMatchObject({
      level: 'unlikely',
      reasons: [
        { code: 'amenity_missing', amenity: 'fridge' },
        { code: 'amenity_missing', amenity: 'toilet' },
        { code: 'amenity_broken', amenity: 'phone_charging' },
        { code: 'open' },
        { code: 'verified' },
      ],
    });
  });

  it('does not mind what is broken but was not asked for', () => {
    expect(judge({ wanted: ['microwave'] }).level).toBe('likely');
  });

  it('is uncertain where the hours are unknown', () => {
    expect(first({ openState: { status: 'unknown', holidaysKnown: false } })).toEqual([
      'uncertain',
      { code: 'hours_unknown' },
    ]);
  });

  it('is uncertain on a holiday whose hours nobody knows', () => {
    const openState = { ...good.openState, holiday: 'national_day', holidayHoursKnown: false as const };
    expect(first({ openState })).toEqual(['uncertain', { code: 'holiday_hours_unknown' }]);
  });

  it.each([
    [30, 'likely', 'verified'],
    [31, 'likely', 'not_verified_for'],
    [180, 'likely', 'not_verified_for'],
    [181, 'uncertain', 'not_verified_for'],
  ])('%i days after the last verification is %s and says %s', (days, level, code) => {
    const confidence = judge({ verifiedAt: daysAgo(days) });
    expect(confidence.level).toBe(level);
    expect(confidence.reasons.some((reason) => reason.code === code)).toBe(true);
  });

  it('puts the age first where it is what makes the way uncertain, and after the hours where it is not', () => {
    expect(judge({ verifiedAt: daysAgo(200) }).reasons.map(({ code }) => code)).toEqual([
      'not_verified_for',
      'open',
    ]);
    expect(judge({ verifiedAt: daysAgo(200) }).reasons[0]).toEqual({ code: 'not_verified_for', days: 200 });
    expect(judge({ verifiedAt: daysAgo(90) }).reasons.map(({ code }) => code)).toEqual([
      'open',
      'not_verified_for',
    ]);
  });

  it('is uncertain where nobody ever verified the entry', () => {
    expect(first({ verifiedAt: undefined })).toEqual(['uncertain', { code: 'never_verified' }]);
  });

  it('is uncertain where it closes soon', () => {
    const openState = { status: 'closing_soon' as const, closesAt: until, holidaysKnown: true };
    expect(first({ openState })).toEqual(['uncertain', { code: 'closing_soon', until }]);
  });

  it('mentions unannounced holidays last, without lowering the level', () => {
    const { level, reasons } = judge({ openState: { ...good.openState, holidaysKnown: false } });
    expect([level, reasons.at(-1)]).toEqual(['likely', { code: 'holidays_not_announced' }]);
  });

  describe('listens to riders', () => {
    const HOUR = 3_600_000;
    const ago = (milliseconds: number): string => new Date(now.getTime() - milliseconds).toISOString();
    const codes = (change: Partial<ArrivalFacts>) => judge(change).reasons.map(({ code }) => code);
    const verifiedAt = daysAgo(30);

    it.each([
      ['doorLockedAt', 'door_locked'],
      ['wrongInformationAt', 'wrong_information'],
    ])('%s makes the way uncertain and stands first', (sign, code) => {
      const at = ago(2 * HOUR);
      expect(first({ riderSigns: { [sign]: at } })).toEqual(['uncertain', { code, at }]);
    });

    it('believes a complaint through 14 days and not a moment longer', () => {
      const at = (more: number) => ({ verifiedAt, riderSigns: { doorLockedAt: ago(14 * 24 * HOUR + more) } });
      expect([judge(at(0)).level, judge(at(1)).level]).toEqual(['uncertain', 'likely']);
    });

    it('believes a verification of the same moment or later, but not one before', () => {
      const at = ago(5 * HOUR);
      const verified = (milliseconds: number) =>
        judge({ verifiedAt: ago(milliseconds), riderSigns: { doorLockedAt: at } }).level;
      expect([verified(5 * HOUR - 1), verified(5 * HOUR), verified(5 * HOUR + 1)]).toEqual([
        'likely',
        'likely',
        'uncertain',
      ]);
    });

    it('lets a rider who found it open answer one who did not, and the other way round', () => {
      const seen = (milliseconds: number) =>
        codes({ riderSigns: { doorLockedAt: ago(5 * HOUR), stillThereAt: ago(milliseconds) } });
      expect(seen(5 * HOUR - 1)).toEqual(['open', 'seen_by_rider', 'verified']);
      expect(seen(5 * HOUR)).toEqual(['door_locked', 'open', 'verified']);
      expect(seen(5 * HOUR + 1)).toEqual(['door_locked', 'open', 'verified']);
    });

    it('never lowers the level below uncertain, however many complain', () => {
      const riderSigns = { doorLockedAt: ago(HOUR), wrongInformationAt: ago(2 * HOUR) };
      expect(judge({ verifiedAt: undefined, riderSigns }).level).toBe('uncertain');
      expect(codes({ riderSigns }).slice(0, 2)).toEqual(['door_locked', 'wrong_information']);
    });

    it('takes a rider’s word on a stale entry for 24 hours, and shows its age all the same', () => {
      const at = (more: number) => ({
        verifiedAt: daysAgo(200),
        riderSigns: { stillThereAt: ago(24 * HOUR + more) },
      });
      expect(judge(at(0)).level).toBe('likely');
      expect(codes(at(0))).toEqual(['open', 'seen_by_rider', 'not_verified_for']);
      expect(judge(at(1)).level).toBe('uncertain');
      expect(codes(at(1))).toEqual(['not_verified_for', 'open']);
    });

    it('does not take it for an entry that nobody ever verified', () => {
      const riderSigns = { stillThereAt: ago(HOUR) };
      expect(judge({ verifiedAt: undefined, riderSigns }).level).toBe('uncertain');
      expect(codes({ verifiedAt: undefined, riderSigns })).toEqual([
        'never_verified',
        'open',
        'seen_by_rider',
      ]);
    });

    it('does not mention a rider who was there before the verification', () => {
      expect(codes({ verifiedAt: ago(HOUR), riderSigns: { stillThereAt: ago(2 * HOUR) } })).toEqual([
        'open',
        'verified',
      ]);
    });

    it('makes nothing of signs that are no moments', () => {
      const riderSigns = { doorLockedAt: 'yesterday', stillThereAt: 'never' };
      expect(judge({ riderSigns })).toEqual(judge({}));
    });
  });

  it('says of a place that is gone that it is gone, before anything else', () => {
    expect(first({ state: 'retired' })).toEqual(['unlikely', { code: 'retired' }]);
  });

  it('gives every reason in the order of the table when much is wrong, in the shape of the schema', () => {
    const confidence = judge({
      suspension: { reason: '装修' },
      openState: { status: 'closed', holidaysKnown: false },
      wanted: ['fridge', 'phone_charging'],
      verifiedAt: undefined,
    });
    expect(confidence.reasons.map(({ code }) => code)).toEqual([
      'suspended',
      'closed',
      'amenity_missing',
      'amenity_broken',
      'never_verified',
      'holidays_not_announced',
    ]);
    expect(Confidence.parse(confidence)).toEqual(confidence);
  });

  it('is documented row by row: the published table has the rules’ number, levels and reason codes', () => {
    const page = readFileSync(new URL('../../../docs/arrival-confidence.md', import.meta.url), 'utf8');
    const rows = page.split('\n').filter((line) => /^\| \d+ \|/.test(line));
    const levels = rows.map((row) => row.split('|').at(-2)?.trim());
    expect(levels).toEqual(CONFIDENCE_RULES.map(({ level }) => level));
    const codes = ConfidenceReason.options.map((option) => option.shape.code.value);
    expect(codes.filter((code) => !rows.some((row) => row.includes(`\`${code}\``)))).toEqual([]);
  });
});
