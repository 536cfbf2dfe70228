import { useRef, useState } from 'preact/hooks';
import type { Crs } from '../../../shared/geo/position.ts';
import type { ImportedRow } from '../../../shared/place/imported-row.ts';
import { language } from '../../page-language.ts';
import { call } from '../../session/session-store.ts';
import type { FileRow } from '../../table-file/row.ts';
import { chunksOf } from './chunks.ts';

/** A table ready to be sent. */
export type TableToImport = {
  subdistrict: string;
  crs: Crs;
  source: string;
  header: string[];
  rows: FileRow[];
};

/** How far a dry run or a writing has come. */
export type Run = {
  isDryRun: boolean;
  state: 'running' | 'stopped' | 'failed' | 'done';
  doneRows: number;
  totalRows: number;
  results: ImportedRow[];
  likelyCrs: Crs | undefined;
  error: unknown;
};

/** Sends a table piece by piece. What was stopped or failed goes on where it stood; a repeated row changes nothing. */
export function useImport() {
  const [run, setRun] = useState<Run | undefined>(undefined);
  const stopping = useRef<AbortController | undefined>(undefined);

  const send = async (table: TableToImport, isDryRun: boolean, before?: Run): Promise<Run> => {
    const { subdistrict, crs, source, header, rows } = table;
    const controller = new AbortController();
    stopping.current = controller;
    let now: Run = {
      isDryRun,
      state: 'running',
      doneRows: before?.doneRows ?? 0,
      totalRows: rows.length,
      results: before?.results ?? [],
      likelyCrs: before?.likelyCrs,
      error: undefined,
    };
    const tell = (change: Partial<Run>) => {
      now = { ...now, ...change };
      setRun(now);
      return now;
    };
    tell({});
    try {
      for (const chunk of chunksOf(rows.slice(now.doneRows))) {
        const answer = await call('importRows', {
          body: {
            subdistrict,
            crs,
            header,
            rows: chunk.map(({ line, cells }) => ({ line: Math.max(1, line), cells })),
            ...(source.trim() !== '' && { source: source.trim() }),
            isDryRun,
            language: language.value,
          },
          signal: controller.signal,
        });
        tell({
          doneRows: now.doneRows + chunk.length,
          results: [...now.results, ...answer.rows],
          likelyCrs: answer.likelyCrs ?? now.likelyCrs,
        });
      }
      return tell({ state: 'done' });
    } catch (error) {
      return tell(controller.signal.aborted ? { state: 'stopped' } : { state: 'failed', error });
    }
  };
  return {
    run,
    check: (table: TableToImport) => send(table, true),
    write: (table: TableToImport) => send(table, false),
    goOn: (table: TableToImport) => run && send(table, run.isDryRun, run),
    stop: () => stopping.current?.abort(),
    forget: () => {
      stopping.current?.abort();
      setRun(undefined);
    },
  };
}
