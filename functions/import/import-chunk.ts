import { DomainError } from '../../shared/api/problem.ts';
import type { Crs } from '../../shared/geo/position.ts';
import type { ImportedRow } from '../../shared/place/imported-row.ts';
import type { Place } from '../../shared/place/place.ts';
import type { Language } from '../../shared/place/place-columns.ts';
import { savePlaces } from '../store/save-places.ts';
import type { Finding } from './finding.ts';
import { getSubdistrictOf } from './known-subdistricts.ts';
import { type PlanContext, type PlannedRow, planChanges, sketchChanges } from './plan-changes.ts';
import { readColumns } from './read-columns.ts';
import { sentencesEn } from './sentences-en.ts';
import { type Sentences, sentencesZh } from './sentences-zh.ts';
import { isBlank, type SheetRow, type Table } from './sheet.ts';
import { tableDuplicates } from './table-duplicates.ts';
import { validateRows } from './validate-rows.ts';

/** Some rows of a table, and how they are to be read. */
export type Chunk = {
  subdistrict: string;
  crs: Crs;
  header: readonly string[];
  rows: readonly SheetRow[];
  source?: string | undefined;
  isDryRun: boolean;
  language: Language;
};

/** Who imports and when, and which places they keep. */
export type Importer = {
  by: string;
  at: string;
  reason: string;
  mayChange: (place: Place) => boolean;
  newId: () => string;
};

/** What became of each row, and the coordinate system that the rows are probably in, if not the named one. */
export type ChunkReport = { rows: ImportedRow[]; likelyCrs: Crs | undefined };

/**
 * Reads, checks and, unless it is a dry run, writes some rows of a table by the same rules as a whole file: a row
 * that is wrong is left out, the others are written. The same chunk once more changes nothing.
 * @throws DomainError `not_found` for an unknown subdistrict, `invalid_request` naming each wrong column of the
 * header, `precondition_failed` or `conflict` where somebody changed the same places meanwhile: send it again.
 */
export const importChunk = async (chunk: Chunk, importer: Importer): Promise<ChunkReport> => {
  const say = chunk.language === 'en' ? sentencesEn : sentencesZh;
  const { subdistrict, all } = await getSubdistrictOf(chunk.subdistrict, say);
  const header = { line: 0, cells: chunk.header };
  const { columns, findings: ofHeader } = readColumns(header, say);
  refuseHeader(ofHeader, chunk.header);
  const table = tableOf(header, chunk.rows);
  const context = { columns, header: chunk.header, subdistrict, crs: chunk.crs, say };
  const defaults = {
    subdistrict: subdistrict.code,
    source: chunk.source ?? subdistrict.name,
    illustrative: false,
  };
  const { wrong, findings, likelyCrs } = await validateRows(table, context, defaults, all);
  const plan: PlanContext = {
    ...context,
    defaults,
    wrong,
    keepsExisting: false,
    mayChange: importer.mayChange,
    newId: importer.newId,
    now: () => importer.at,
  };
  const planned = chunk.isDryRun ? await sketched(table, plan) : await written(table, plan, importer);
  const told = [...findings, ...planned.flatMap(({ finding }) => finding ?? [])];
  if (chunk.isDryRun) told.push(...(await doublesOf(planned, say)));
  const rows = chunk.rows.filter((row) => !isBlank(row)).map((row) => reported(row.line, planned, told));
  return { rows, likelyCrs: likelyCrs?.crs };
};

const tableOf = (header: SheetRow, rows: readonly SheetRow[]): Table => ({
  header,
  rows: async function* () {
    for (const row of rows) if (!isBlank(row)) yield row;
  },
});

const refuseHeader = (findings: readonly Finding[], header: readonly string[]): void => {
  const wrong = findings.filter(({ severity }) => severity === 'error');
  if (wrong.length === 0) return;
  const fields = wrong.map(({ column = '', reason }) => ({
    in: 'body' as const,
    field: header.includes(column) ? `header.${header.lastIndexOf(column)}` : 'header',
    message: `${column}: ${reason}`,
  }));
  throw new DomainError('invalid_request', fields[0]?.message, { fields });
};

const sketched = async (table: Table, plan: PlanContext): Promise<PlannedRow[]> => {
  const rows: PlannedRow[] = [];
  for await (const some of sketchChanges(table, plan)) rows.push(...some);
  return rows;
};

const written = async (
  table: Table,
  plan: PlanContext,
  { by, at, reason, newId }: Importer,
): Promise<PlannedRow[]> => {
  const rows: PlannedRow[] = [];
  for await (const some of planChanges(table, plan)) {
    const changes = some.flatMap(({ change }) => (change ? [{ ...change, change: { by, at, reason } }] : []));
    await savePlaces(changes, { newId });
    rows.push(...some);
  }
  return rows;
};

/** New rows beside what stands on the map already; those that are about a place of the table are none. */
const doublesOf = async (planned: readonly PlannedRow[], say: Sentences): Promise<Finding[]> => {
  const find = tableDuplicates(say);
  const own = new Set(planned.flatMap(({ placeId }) => placeId ?? []));
  const found: Finding[] = [];
  for (const { outcome, line, row } of planned) {
    if (outcome !== 'created') continue;
    found.push(...(await find({ line, name: row.name, position: row.position }, own)));
  }
  return found;
};

const reported = (
  line: number,
  planned: readonly PlannedRow[],
  findings: readonly Finding[],
): ImportedRow => {
  const found = planned.find((row) => row.line === line);
  return {
    line,
    outcome: found?.outcome ?? 'refused',
    ...(found && { name: found.row.name, position: found.row.position }),
    findings: findings
      .filter((finding) => finding.line === line)
      .map(({ severity, column, reason }) => ({
        severity: severity === 'error' ? 'error' : 'warning',
        ...(column && { column }),
        message: reason,
      })),
  };
};
