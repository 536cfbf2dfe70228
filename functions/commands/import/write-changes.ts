import { DomainError } from '../../../shared/api/problem.ts';
import type { Finding } from '../../import/finding.ts';
import { type PlanContext, planChanges } from '../../import/plan-changes.ts';
import type { Table } from '../../import/sheet.ts';
import { savePlaces } from '../../store/save-places.ts';
import type { ImportTools } from './import-tools.ts';

/** A line of progress is printed at most this often. */
const PROGRESS_MILLISECONDS = 2000;

/** Who stands in the history of an imported place. */
export const IMPORTER = 'command:import';

/**
 * Writes the rows of a file, chunk by chunk, each compared with the table as it stands then: a chunk that is
 * written already is unchanged, so a run that was cut off goes on where it stopped. Answers the rows that
 * could no longer be written, because someone changed the table since they were checked.
 * @throws DomainError when the table refuses a chunk (its code) or cannot be reached (`unavailable`).
 */
export const writeChanges = async (
  table: Table,
  plan: PlanContext,
  { total, reason }: { total: number; reason: string },
  { say, print, newId, now, elapsed }: ImportTools,
): Promise<Finding[]> => {
  const started = elapsed();
  let told = started;
  let done = 0;
  const refused: Finding[] = [];
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
      refused.push(...chunk.flatMap(({ finding }) => (finding ? [finding] : [])));
      await savePlaces(changes, { newId, onSaved });
    }
  } catch (error) {
    const code = error instanceof DomainError ? error.code : isOutage(error) ? 'unavailable' : undefined;
    if (code === undefined || !(error instanceof Error)) throw error;
    throw new DomainError(code, say.interrupted(error.message || error.name));
  }
  if (done > 0) print(say.written(done, ((elapsed() - started) / 1000).toFixed(1), rate()));
  return refused;
};

/**
 * Whether the table answered with an error or did not answer: what the SDK calls a fault, a time-out, or an
 * error of the network by its number (ECONNRESET; not Node's own ERR_…, which are bugs).
 */
const isOutage = (error: unknown): boolean =>
  error instanceof Error &&
  ('$fault' in error ||
    error.name === 'TimeoutError' ||
    ('code' in error && /^E(?!RR_)[A-Z_]+$/.test(String(error.code))));
