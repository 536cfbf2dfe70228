import { useRef, useState } from 'preact/hooks';
import { readInWorker } from '../../table-file/read-in-worker.ts';
import { FileRefusal, type RefusalCode } from '../../table-file/refusal.ts';
import type { FileRow } from '../../table-file/row.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../words/use-words.ts';
import { likelyHeader } from './chunks.ts';
import { ImportRun } from './import-run.tsx';
import { ImportSettings, type Settings } from './import-settings.tsx';
import { useImport } from './use-import.ts';

type Chosen = { name: string; rows: FileRow[] };

/** A file chosen, its coordinates named, checked, looked at, and only then written. */
export function ImportCard({ subdistrict }: { subdistrict: string }) {
  const { words } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<Chosen | undefined>(undefined);
  const [isReading, setReading] = useState(false);
  const [refused, setRefused] = useState<RefusalCode | undefined>(undefined);
  const [settings, setSettings] = useState<Settings>({ headerRow: 0, crs: undefined, source: '' });
  const importing = useImport();

  const choose = async (file: File | undefined) => {
    if (!file) return;
    importing.forget();
    setChosen(undefined);
    setRefused(undefined);
    setReading(true);
    try {
      const rows = await readInWorker(file);
      setChosen({ name: file.name, rows });
      setSettings({ headerRow: likelyHeader(rows), crs: undefined, source: file.name.replace(/\.\w+$/, '') });
    } catch (error) {
      setRefused(error instanceof FileRefusal ? error.code : 'broken_csv');
    } finally {
      setReading(false);
      if (input.current) input.current.value = '';
    }
  };
  const { headerRow, crs, source } = settings;
  const table = chosen &&
    crs && {
      subdistrict,
      crs,
      source,
      header: chosen.rows[headerRow]?.cells ?? [],
      rows: chosen.rows.slice(headerRow + 1),
    };
  return (
    <section class="card">
      <h2>{words.table.importHeading}</h2>
      <p class="quiet">{words.table.importHint}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut, the button does the same */}
      <div
        class="drop"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          void choose(event.dataTransfer?.files[0]);
        }}
      >
        <input
          ref={input}
          id="import-file"
          class="visually-hidden"
          type="file"
          tabIndex={-1}
          aria-label={words.table.choose}
          accept=".csv,.xlsx,.geojson,.json,.txt"
          onChange={({ currentTarget }) => void choose(currentTarget.files?.[0])}
        />
        <Button
          kind={chosen ? 'default' : 'primary'}
          icon="up"
          isDisabled={isReading || importing.run?.state === 'running'}
          onClick={() => input.current?.click()}
        >
          {chosen ? words.table.chooseOther : words.table.choose}
        </Button>
        <p class="quiet">
          {chosen ? words.table.chosen(chosen.name, chosen.rows.length) : words.table.formats}
        </p>
      </div>
      <p role="status" class={isReading ? 'quiet' : 'visually-hidden'}>
        {isReading && words.table.reading}
      </p>
      {refused && (
        <p class="refused" role="alert">
          {words.table.refused[refused]}
        </p>
      )}
      {chosen && (
        <ImportSettings
          rows={chosen.rows}
          settings={settings}
          isLocked={importing.run?.state === 'running'}
          onChange={(next) => {
            importing.forget();
            setSettings(next);
          }}
        />
      )}
      {chosen && !table && (
        <div class="run-actions">
          <Button kind="primary" isDisabled onClick={() => undefined}>
            {words.table.check(chosen.rows.length - headerRow - 1)}
          </Button>
          <p class="quiet">{words.table.crsFirst}</p>
        </div>
      )}
      {table && (
        <ImportRun
          table={table}
          importing={importing}
          onTakeCrs={(likely) => {
            importing.forget();
            setSettings({ ...settings, crs: likely });
          }}
        />
      )}
    </section>
  );
}
