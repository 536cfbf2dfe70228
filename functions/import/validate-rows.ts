import * as z from 'zod';
import { duplicateIndex } from '../../shared/place/duplicate.ts';
import type { Subdistrict } from '../../shared/subdistrict/subdistrict.ts';
import { checkPosition } from './check-position.ts';
import { crsEvidence, type LikelyCrs } from './crs-evidence.ts';
import type { Finding } from './finding.ts';
import { newPlace, type PlaceDefaults } from './make-place.ts';
import { type ReadRow, type RowContext, readRow } from './read-row.ts';
import type { Table } from './sheet.ts';
import { uniquenessOf } from './uniqueness.ts';

/** What the first walk through a file found, before anything is read from the table or written. */
export type Validation = {
  rows: number;
  /** Lines that cannot be written. */
  wrong: ReadonlySet<number>;
  findings: Finding[];
  /** The CRS the rows are probably in, if not the one they were read in. */
  likelyCrs: LikelyCrs | undefined;
};

/** Reads every row once. Keeps of each only what finds its doubles, so that memory holds for large files. */
export const validateRows = async (
  table: Table,
  context: RowContext,
  defaults: PlaceDefaults,
  subdistricts: readonly Subdistrict[],
): Promise<Validation> => {
  const { say, subdistrict } = context;
  const findings: Finding[] = [];
  const wrong = new Set<number>();
  const lineOfKey = new Map<string, number>();
  const neighbours = duplicateIndex<{ line: number; name: string }>();
  const evidence = crsEvidence(subdistrict);
  let rows = 0;
  for await (const row of table.rows()) {
    rows += 1;
    const { line } = row;
    const read = readRow(row, context);
    const errors = read.values ? rowErrors(read.values, defaults, line, say) : read.findings;
    if (!read.values || errors.length > 0) {
      findings.push(...errors);
      wrong.add(line);
      continue;
    }
    const { values } = read;
    const keys = keysOf(values, defaults);
    const twin = keys.map((key) => lineOfKey.get(key)).find((seen) => seen !== undefined);
    if (twin !== undefined) {
      const reason = say.sameAsLine(twin, values.externalId !== undefined || values.id !== undefined);
      findings.push({ severity: 'error', line, value: values.name, reason });
      wrong.add(line);
      continue;
    }
    for (const key of keys) lineOfKey.set(key, line);
    const warning = checkPosition(values, subdistrict, subdistricts, say);
    evidence.add(values, warning?.fits);
    if (warning) {
      findings.push({ severity: 'warning', line, value: values.name, reason: warning.reason });
    }
    for (const { entry, distanceMeters } of neighbours.suspects(values.name, values.position)) {
      const reason = say.likeLine(entry.line, entry.name, Math.round(distanceMeters));
      findings.push({ severity: 'duplicate', line, value: values.name, reason });
    }
    neighbours.add({ line, name: values.name }, values.name, values.position);
  }
  return { rows, wrong, findings, likelyCrs: evidence.likelyCrs() };
};

/** What no two rows of a file may share: the id, the id within the source, or where there is neither, the content. */
const keysOf = (values: ReadRow, defaults: PlaceDefaults): string[] => {
  const { source, externalId } = uniquenessOf(values, defaults);
  const isNamed = values.id === undefined || values.externalId !== undefined;
  return [...(values.id === undefined ? [] : [values.id]), ...(isNamed ? [`${source}#${externalId}`] : [])];
};

/** What only shows when the values of a row stand together. */
const rowErrors = (
  values: ReadRow,
  defaults: PlaceDefaults,
  line: number,
  say: RowContext['say'],
): Finding[] => {
  if (values.state === 'suspended' && values.suspensionReason === undefined) {
    return [{ severity: 'error', line, value: values.name, reason: say.suspendedWithoutReason() }];
  }
  try {
    newPlace(values, defaults);
    return [];
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    return error.issues.map((issue) => ({
      severity: 'error',
      line,
      column: issue.path.join('.'),
      value: values.name,
      reason: reasonOf(issue, say),
    }));
  }
};

/** What the schema refuses though every cell could be read, such as a `--source` longer than a source may be. */
const reasonOf = (issue: z.core.$ZodIssue, say: RowContext['say']): string => {
  if (issue.code === 'too_small') return say.required();
  return issue.code === 'too_big' ? say.tooLarge(Number(issue.maximum)) : say.notStorable();
};
