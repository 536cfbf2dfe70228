import type { AmenityCode } from './amenity.ts';
import type { Confidence, ConfidenceReason } from './confidence.ts';
import { ageInDays, type Freshness, freshnessOfAge } from './freshness.ts';
import type { OpenState } from './open-state.ts';
import type { PlaceState, Suspension, VerifiedBy } from './place.ts';

/** What is known about a place at the moment someone thinks of walking there. */
export type ArrivalFacts = {
  /** Where it is known: a retired place is not merely closed. */
  state?: PlaceState | undefined;
  openState: OpenState;
  suspension?: Suspension | undefined;
  verifiedAt?: string | undefined;
  verifiedBy?: VerifiedBy | undefined;
  /** Everything the place offers, each with its state. */
  amenities: readonly { code: AmenityCode; state: 'working' | 'broken' }[];
  /** What the person asked for; none when nothing particular is needed. */
  wanted: readonly AmenityCode[];
};

type Level = Confidence['level'];

/** What several rules need of the clock, computed once: whole days since the verification, and the rest of it. */
type Judged = { days: number; freshness: Freshness; suspensionHolds: boolean };

/** One row of the rule table: when it applies it gives its reasons, and the level may not be better than its own. */
export type ConfidenceRule = {
  name: string;
  level: Level;
  reasons: (facts: ArrivalFacts, judged: Judged) => ConfidenceReason[];
};

const NONE: ConfidenceReason[] = [];
const when = (applies: boolean, reason: () => ConfidenceReason): ConfidenceReason[] =>
  applies ? [reason()] : NONE;

/** THE rule table, most important first; published in docs/arrival-confidence.md in the same order. */
export const CONFIDENCE_RULES: readonly ConfidenceRule[] = [
  {
    name: 'retired',
    level: 'unlikely',
    reasons: ({ state }) => when(state === 'retired', () => ({ code: 'retired' })),
  },
  {
    name: 'suspended',
    level: 'unlikely',
    reasons: ({ suspension }, { suspensionHolds }) =>
      suspension && suspensionHolds ? [{ code: 'suspended', ...suspension }] : NONE,
  },
  {
    name: 'closed',
    level: 'unlikely',
    reasons: ({ openState: { status, opensAt } }) =>
      when(status === 'closed', () => ({ code: 'closed', ...(opensAt && { opensAt }) })),
  },
  {
    name: 'wanted amenity missing',
    level: 'unlikely',
    reasons: ({ amenities, wanted }) =>
      wanted
        .filter((code) => !amenities.some((amenity) => amenity.code === code))
        .map((amenity) => ({ code: 'amenity_missing', amenity })),
  },
  {
    name: 'wanted amenity broken',
    level: 'unlikely',
    reasons: ({ amenities, wanted }) =>
      wanted
        .filter((code) => amenities.some((amenity) => amenity.code === code && amenity.state === 'broken'))
        .map((amenity) => ({ code: 'amenity_broken', amenity })),
  },
  {
    name: 'suspension ran out',
    level: 'uncertain',
    reasons: ({ suspension }, { suspensionHolds }) =>
      suspension && !suspensionHolds ? [{ code: 'suspended', ...suspension }] : NONE,
  },
  {
    name: 'hours unknown',
    level: 'uncertain',
    reasons: ({ openState }) => when(openState.status === 'unknown', () => ({ code: 'hours_unknown' })),
  },
  {
    name: 'holiday hours unknown',
    level: 'uncertain',
    reasons: ({ openState }) =>
      when(openState.holidayHoursKnown === false, () => ({ code: 'holiday_hours_unknown' })),
  },
  {
    name: 'never verified',
    level: 'uncertain',
    reasons: (_, { freshness }) => when(freshness === 'never', () => ({ code: 'never_verified' })),
  },
  {
    name: 'stale',
    level: 'uncertain',
    reasons: (_, { freshness, days }) =>
      when(freshness === 'stale', () => ({ code: 'not_verified_for', days })),
  },
  {
    name: 'closing soon',
    level: 'uncertain',
    reasons: ({ openState: { status, closesAt } }) =>
      status === 'closing_soon' && closesAt ? [{ code: 'closing_soon', until: closesAt }] : NONE,
  },
  {
    name: 'open',
    level: 'likely',
    reasons: ({ openState: { status, closesAt } }) =>
      when(status === 'open', () => ({ code: 'open', ...(closesAt && { until: closesAt }) })),
  },
  {
    name: 'fresh',
    level: 'likely',
    reasons: ({ verifiedAt, verifiedBy }, { freshness }) =>
      verifiedAt !== undefined && freshness === 'fresh'
        ? [{ code: 'verified', at: verifiedAt, ...(verifiedBy && { by: verifiedBy }) }]
        : NONE,
  },
  {
    name: 'ageing',
    level: 'likely',
    reasons: (_, { freshness, days }) =>
      when(freshness === 'ageing', () => ({ code: 'not_verified_for', days })),
  },
  {
    name: 'holidays not announced',
    level: 'likely',
    reasons: ({ openState }) =>
      when(!openState.holidaysKnown && openState.status !== 'unknown', () => ({
        code: 'holidays_not_announced',
      })),
  },
];

const RANK: Record<Level, number> = { unlikely: 0, uncertain: 1, likely: 2 };

/**
 * How likely it is that someone who walks there now can use the place: the worst level of the rules that apply,
 * and all their reasons in the table's order. The first reason is the line people read.
 */
export function arrivalConfidence(facts: ArrivalFacts, now: Date): Confidence {
  let level: Level = 'likely';
  const reasons: ConfidenceReason[] = [];
  const judged = judge(facts, now);
  for (const rule of CONFIDENCE_RULES) {
    const found = rule.reasons(facts, judged);
    if (found.length === 0) continue;
    reasons.push(...found);
    if (RANK[rule.level] < RANK[level]) level = rule.level;
  }
  return { level, reasons };
}

function judge({ verifiedAt, suspension }: ArrivalFacts, now: Date): Judged {
  const days = verifiedAt === undefined ? 0 : ageInDays(verifiedAt, now);
  return {
    days,
    freshness: verifiedAt === undefined ? 'never' : freshnessOfAge(days),
    suspensionHolds: suspension !== undefined && holds(suspension, now),
  };
}

/** A suspension holds until its end; without an end, until someone lifts it. */
const holds = (suspension: Suspension, now: Date): boolean =>
  suspension.until === undefined || Date.parse(suspension.until) > now.getTime();
