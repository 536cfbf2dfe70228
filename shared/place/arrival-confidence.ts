import type { RiderSigns } from '../confirmation/confirmation.ts';
import { type RiderWord, riderWord } from '../confirmation/rider-word.ts';
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
  /** What riders in front of the door last tapped. */
  riderSigns?: RiderSigns | undefined;
  /** Everything the place offers, each with its state. */
  amenities: readonly { code: AmenityCode; state: 'working' | 'broken' }[];
  /** What the person asked for; none when nothing particular is needed. */
  wanted: readonly AmenityCode[];
};

type Level = Confidence['level'];

/** What several rules need of the clock, computed once: whole days since the verification, and the rest of it. */
type Judged = { days: number; freshness: Freshness; suspensionHolds: boolean; rider: RiderWord };

/** One row of the rule table: when it applies it gives its reasons, and the level may not be better than its own. */
export type ConfidenceRule = {
  name: string;
  level: Level;
  reasons: (facts: ArrivalFacts, judged: Judged) => ConfidenceReason[];
};

const NONE: ConfidenceReason[] = [];
const NOTHING_SAID: RiderWord = {};
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
    name: 'door locked',
    level: 'uncertain',
    reasons: (_, { rider: { doorLockedAt: at } }) => (at ? [{ code: 'door_locked', at }] : NONE),
  },
  {
    name: 'wrong information',
    level: 'uncertain',
    reasons: (_, { rider: { wrongInformationAt: at } }) => (at ? [{ code: 'wrong_information', at }] : NONE),
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
    reasons: (_, { freshness, days, rider }) =>
      when(freshness === 'stale' && !rider.seenAt, () => ({ code: 'not_verified_for', days })),
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
    name: 'seen by a rider',
    level: 'likely',
    reasons: (_, { rider: { seenAt: at } }) => (at ? [{ code: 'seen_by_rider', at }] : NONE),
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
    name: 'ageing, or stale but seen by a rider',
    level: 'likely',
    reasons: (_, { freshness, days, rider }) =>
      when(freshness === 'ageing' || (freshness === 'stale' && rider.seenAt !== undefined), () => ({
        code: 'not_verified_for',
        days,
      })),
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

function judge({ verifiedAt, suspension, riderSigns }: ArrivalFacts, now: Date): Judged {
  const days = verifiedAt === undefined ? 0 : ageInDays(verifiedAt, now);
  return {
    days,
    freshness: verifiedAt === undefined ? 'never' : freshnessOfAge(days),
    suspensionHolds: suspension !== undefined && holds(suspension, now),
    rider: riderSigns ? riderWord(riderSigns, verifiedAt, now) : NOTHING_SAID,
  };
}

/** A suspension holds until its end; without an end, until someone lifts it. */
const holds = (suspension: Suspension, now: Date): boolean =>
  suspension.until === undefined || Date.parse(suspension.until) > now.getTime();
