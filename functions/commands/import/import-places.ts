import { basename } from 'node:path';
import { DomainError } from '../../../shared/api/problem.ts';
import { withVisibleCharacters } from '../../../shared/place/plain-characters.ts';
import type { Finding } from '../../import/finding.ts';
import { getSubdistrictOf } from '../../import/known-subdistricts.ts';
import { type PlanContext, sketchChanges } from '../../import/plan-changes.ts';
import { readColumnName, readColumns } from '../../import/read-columns.ts';
import type { Sentences } from '../../import/sentences-zh.ts';
import { MOST_COLUMNS, type Table, tableOf } from '../../import/sheet.ts';
import { type NewRow, tableDuplicates } from '../../import/table-duplicates.ts';
import { validateRows } from '../../import/validate-rows.ts';
import type { ImportOptions } from './import-options.ts';
import type { ImportTools } from './import-tools.ts';
import { openSheet } from './open-sheet.ts';
import { findingsCsv, printFindings } from './report.ts';
import { writeChanges } from './write-changes.ts';

/**
 * Imports a file: reads and checks every row, compares each with what is there, prints what it found, and then
 * writes in chunks unless a row is wrong. Answers the exit code.
 */
export const importPlaces = async (options: ImportOptions, tools: ImportTools): Promise<number> => {
  const { say, print } = tools;
  const { subdistrict, all } = await getSubdistrictOf(options.subdistrict, say);
  print(say.reading(options.file));
  const started = tools.elapsed();
  const sheet = await openSheet(options.file, say);
  for (const note of sheet.notes) print(note);
  const table = await tableOf(sheet, (name) => readColumnName(name) !== undefined);
  if (!table) throw new DomainError('invalid_request', say.emptyFile());
  const width = table.header.cells.length;
  if (width > MOST_COLUMNS) throw new DomainError('invalid_request', say.tooManyColumns(width, MOST_COLUMNS));
  const { columns, findings: ofHeader } = readColumns(table.header, say);
  if (columns.every((column) => column === undefined))
    throw new DomainError('invalid_request', say.noHeader());
  if (ofHeader.some(({ severity }) => severity === 'error')) {
    return finish(options, tools, ofHeader, () => print(say.nothingWritten()), 1);
  }

  const defaults = {
    subdistrict: subdistrict.code,
    source: options.source ?? subdistrict.name,
    illustrative: options.illustrative,
  };
  const context = { columns, header: table.header.cells, subdistrict, crs: options.crs, say };
  const checked = await validateRows(table, context, defaults, all);
  if (checked.rows === 0) throw new DomainError('invalid_request', say.headerOnly());
  const plan: PlanContext = {
    ...context,
    defaults,
    wrong: checked.wrong,
    keepsExisting: options.keepsExisting,
    newId: tools.newId,
    now: tools.now,
  };
  const compared = await compare(table, plan, say);
  const wrong = new Set([...checked.wrong, ...compared.refused]);
  print(say.checked(checked.rows, wrong.size, seconds(tools.elapsed() - started)));
  if (checked.likelyCrs) print(say.likelyCrs(checked.likelyCrs));
  const findings = [...ofHeader, ...checked.findings, ...compared.findings];
  const { created, updated, unchanged } = compared;

  const close = () => {
    print('');
    print(say.plan(created, updated, unchanged, wrong.size));
    if (options.isDryRun) print(say.dryRun());
  };
  if (wrong.size > 0 && !options.skipsInvalid) {
    return finish(
      options,
      tools,
      findings,
      () => (options.isDryRun ? close() : print(say.nothingWritten())),
      1,
    );
  }
  const code = await finish(options, tools, findings, close, 0);
  if (options.isDryRun) return code;
  const reason = say.historyReason(withVisibleCharacters(basename(options.file)));
  const late = await writeChanges(table, { ...plan, wrong }, { total: created + updated, reason }, tools);
  if (late.length === 0) return code;
  print(say.refusedLate(late.length));
  printFindings(late, say, print);
  await saveFindings(options, tools, [...findings, ...late]);
  return 1;
};

/** Compares every row with the table, without marker ids and without writing. */
const compare = async (table: Table, plan: PlanContext, say: Sentences) => {
  const counts = { created: 0, updated: 0, unchanged: 0 };
  const findings: Finding[] = [];
  const refused: number[] = [];
  const doubles = tableDuplicates(say);
  const own = new Set<string>();
  const created: NewRow[] = [];
  for await (const chunk of sketchChanges(table, plan)) {
    for (const planned of chunk) {
      if (planned.finding) findings.push(planned.finding);
      if (planned.outcome === 'refused') {
        refused.push(planned.line);
        continue;
      }
      counts[planned.outcome] += 1;
      const { line, row, placeId } = planned;
      if (placeId !== undefined) own.add(placeId);
      else created.push({ line, name: row.name, position: row.position });
    }
  }
  for (const row of created) findings.push(...(await doubles(row, own)));
  return { ...counts, refused, findings };
};

const finish = async (
  options: ImportOptions,
  tools: ImportTools,
  findings: readonly Finding[],
  close: () => void,
  code: number,
): Promise<number> => {
  printFindings(findings, tools.say, tools.print);
  close();
  await saveFindings(options, tools, findings);
  return code;
};

const saveFindings = async (
  { report }: ImportOptions,
  { say, print, saveReport }: ImportTools,
  findings: readonly Finding[],
): Promise<void> => {
  if (report === undefined) return;
  await saveReport(report, findingsCsv(findings, say));
  print(say.reportSaved(report, findings.length));
};

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);
