import type { PersonCard } from '../../shared/person/person.ts';
import type { CaseLine } from '../../shared/registration/case.ts';
import { workingDaysLeft } from '../../shared/registration/due-on.ts';
import type { Registration } from '../../shared/registration/registration.ts';
import { holderOf } from '../../shared/registration/review-rules.ts';
import type { StoredPhoto } from '../store/photo-items.ts';
import { photosCheck } from './checks.ts';

/** What a line needs beside its registration: who asks, when, whom the cards show, and the pictures. */
export type CaseFacts = {
  reviewer: string;
  now: Date;
  cards: ReadonlyMap<string, PersonCard>;
  photos: readonly StoredPhoto[];
};

type LineOfCase = Omit<CaseLine, 'name' | 'category' | 'address'>;

/** What the queue and the case itself both show. Days count until the decision, where there is one. */
export const lineOfCase = (
  registration: Registration,
  { reviewer, now, cards, photos }: CaseFacts,
): LineOfCase => {
  const { id, kind, state, subdistrict, grid, checks, submittedAt, dueOn, illustrative, version } =
    registration;
  const holder = holderOf(registration, now);
  const until = state === 'submitted' || !registration.decision ? now : new Date(registration.decision.at);
  return {
    id,
    kind,
    state,
    ...(subdistrict && { subdistrict }),
    ...(grid && { grid }),
    ...(checks && { checks: { ...checks, photos: photosCheck(photos) } }),
    ...(submittedAt && { submittedAt }),
    ...(dueOn && { dueOn }),
    illustrative,
    version,
    workingDaysLeft: dueOn ? workingDaysLeft(dueOn, until) : 0,
    ...(holder && { claimedBy: cards.get(holder) ?? { id: holder } }),
    claimedByMe: holder === reviewer,
  };
};

/** One line of the review queue. */
export const caseLine = (registration: Registration, facts: CaseFacts, place?: CaseName): CaseLine => ({
  ...lineOfCase(registration, facts),
  name: registration.application.name ?? place?.name ?? '',
  category: registration.application.category ?? place?.category ?? '',
  address: registration.application.address ?? place?.address ?? '',
});

/** What a change that holds only some fields is called by. */
export type CaseName = { name: string; category: string; address: string };
