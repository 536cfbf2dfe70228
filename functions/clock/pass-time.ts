import { DomainError } from '../../shared/api/problem.ts';
import type { MessageKind } from '../../shared/message/message.ts';
import type { Place, PlaceState } from '../../shared/place/place.ts';
import { changeOfTime, reminderDue, type TimeReason } from '../../shared/place/yearly-confirmation.ts';
import { logError } from '../runtime/log.ts';
import { messageOperations } from '../store/messages.ts';
import { readPlacesOfSubdistrict } from '../store/places.ts';
import { reminderOperations, wasReminded } from '../store/reminders.ts';
import { saveTogether } from '../store/save-together.ts';
import { listSubdistrictCodes } from '../store/subdistricts.ts';
import { transact, type WriteOperation } from '../store/transact.ts';

type Tools = { now: Date; newId: () => string };

/** What the clock looks after: in a subdistrict a few places are closed for a while, and hundreds are not. */
export const TIMED_STATES = ['suspended', 'published'] as const satisfies PlaceState[];

/**
 * Lets time pass for all places in these states: pauses end, owners are reminded of the yearly confirmation, and what
 * nobody confirmed is closed. Each place is a transaction of its own, so that a run that was cut off, or done twice, does no harm.
 * Answers how many places could not be looked after.
 */
export const passTime = async (
  states: readonly (typeof TIMED_STATES)[number][],
  tools: Tools,
): Promise<number> => {
  let failures = 0;
  for (const code of await listSubdistrictCodes()) {
    for (const state of states) {
      for await (const place of readPlacesOfSubdistrict(code, state)) {
        try {
          await passTimeOf(place, tools);
        } catch (error) {
          logError(error, 'clock', place.id);
          failures += 1;
        }
      }
    }
  }
  return failures;
};

const passTimeOf = async (place: Place, tools: Tools): Promise<void> => {
  try {
    if (!(await changeWithTime(place, tools))) await remind(place, tools);
  } catch (error) {
    // Somebody changed the place meanwhile, or another run was faster: the next one sees what there is then.
    const isOvertaken =
      error instanceof DomainError && (error.code === 'precondition_failed' || error.code === 'conflict');
    if (!isOvertaken) throw error;
  }
};

const TOLD_AS: Record<TimeReason, MessageKind> = {
  pause_over: 'place_resumed',
  confirmation_overdue: 'confirmation_overdue',
};

/** Answers whether time has changed the place. */
const changeWithTime = async (before: Place, { now, newId }: Tools): Promise<boolean> => {
  const changed = changeOfTime(before, now);
  if (!changed) return false;
  const at = now.toISOString();
  const after = { ...changed.after, updatedAt: at, version: before.version + 1 };
  const change = { by: 'clock', at, reason: changed.reason };
  const more = tell(before, TOLD_AS[changed.reason], {}, { now, newId });
  await saveTogether([{ before, after, change }], { newId, more });
  return true;
};

const remind = async (place: Place, tools: Tools): Promise<void> => {
  const reminder = reminderDue(place, tools.now);
  if (!reminder || (await wasReminded(place.id, reminder))) return;
  const values = { days: `${reminder.daysLeft}`, date: reminder.confirmBy };
  await transact([...reminderOperations(place, reminder), ...tell(place, 'confirmation_due', values, tools)]);
};

/** The writes that tell the owner of a place; none where nobody owns it. */
const tell = (
  { id, name, owner, subdistrict }: Place,
  kind: MessageKind,
  values: Record<string, string>,
  { now, newId }: Tools,
): WriteOperation[] =>
  owner === undefined
    ? []
    : messageOperations(
        { person: owner, subdistrict, kind, place: id, values: { name, ...values } },
        { id: newId(), at: now.toISOString() },
      );
