import { DomainError } from '../../../shared/api/problem.ts';
import { savePlaces } from '../../store/save-places.ts';
import type { ImportTools } from './import-tools.ts';
import { type PlanContext, planChanges } from './plan-changes.ts';
import type { Table } from './sheet.ts';

/** A line of progress is printed at most this often. */
const PROGRESS_MILLISECONDS = 2000;

/** Who stands in the history of an imported place. */
export const IMPORTER = 'command:import';

/**
 * Writes the rows of a file, chunk by chunk, each compared with the table as it stands then: a chunk that is
 * written already is unchanged, so a run that was cut off goes on where it stopped. Answers the exit code.
 */
export const writeChanges = async (
  table: Table,
  plan: PlanContext,
  { total, reason }: { total: number; reason: string },
  { say, print, newId, now, elapsed }: ImportTools,
): Promise<number> => {
  const started = elapsed();
  let told = started;
  let done = 0;
  const rate = () => Math.round((done * 1000) / Math.max(1, elapsed() - started));
  const onSaved = (count: number) => {
    done += count;
    if (elapsed() - told < PROGRESS_MILLISECONDS) return;
    told = elapsed();
    print(say.progress(done, total, rate()));
  };
  try {
    for await (const chunk of planChanges(table, plan)) {
      const change = { by: IMPORTER, at: now(), reason };
      const changes = chunk.flatMap((planned) => (planned.change ? [{ ...planned.change, change }] : []));
      await savePlaces(changes, { newId, onSaved });
    }
  } catch (error) {
    const why = error instanceof Error ? error.message || error.name : String(error);
    throw new DomainError(error instanceof DomainError ? error.code : 'unavailable', say.interrupted(why));
  }
  if (done > 0) print(say.written(done, ((elapsed() - started) / 1000).toFixed(1), rate()));
  return 0;
};
