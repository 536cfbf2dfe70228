import type { Crs } from '../../../shared/geo/position.ts';
import { ChoiceField } from '../../form/choice-field.tsx';
import { TextField } from '../../form/text-field.tsx';
import type { FileRow } from '../../table-file/row.ts';
import { useWords } from '../words/use-words.ts';

export type Settings = { headerRow: number; crs: Crs | undefined; source: string };

/** Rows above the table and below its header that are shown. */
const SHOWN = 5;
const MOST_HEADER_ROW = 10;

/** What a file does not say of itself: which row names the columns, in which system its coordinates are. */
export function ImportSettings({
  rows,
  settings,
  isLocked,
  onChange,
}: {
  rows: readonly FileRow[];
  settings: Settings;
  isLocked: boolean;
  onChange: (settings: Settings) => void;
}) {
  const { words } = useWords();
  const { headerRow } = settings;
  const header = rows[headerRow]?.cells ?? [];
  return (
    <fieldset class="import-settings" disabled={isLocked}>
      <legend class="visually-hidden">{words.table.settings}</legend>
      <label class="header-row">
        {words.table.headerRow}
        <select
          class="choice-select"
          value={headerRow}
          onChange={({ currentTarget }) => onChange({ ...settings, headerRow: Number(currentTarget.value) })}
        >
          {rows.slice(0, MOST_HEADER_ROW).map(({ line, cells }, index) => (
            <option key={line} value={index}>
              {words.table.rowNamed(
                Math.max(1, line),
                cells
                  .filter((cell) => cell)
                  .slice(0, 4)
                  .join(' | '),
              )}
            </option>
          ))}
        </select>
      </label>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
      <section class="preview-table" tabIndex={0} aria-label={words.table.preview}>
        <table>
          <caption class="visually-hidden">{words.table.preview}</caption>
          <thead>
            <tr>
              {header.map((cell, index) => (
                <th key={index} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(headerRow + 1, headerRow + 1 + SHOWN).map(({ line, cells }) => (
              <tr key={line}>
                {header.map((_, index) => (
                  <td key={index}>{cells[index] ?? ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <ChoiceField<Crs>
        label={words.table.crsQuestion}
        hint={words.table.crsHint}
        layout="rows"
        value={settings.crs}
        onChange={(crs) => onChange({ ...settings, crs })}
        choices={(['wgs84', 'gcj02', 'bd09'] as const).map((code) => ({
          code,
          label: words.table.crs[code],
          hint: words.table.crsFrom[code],
        }))}
      />
      <TextField
        label={words.table.source}
        hint={words.table.sourceHint}
        value={settings.source}
        maxLength={100}
        onChange={(source) => onChange({ ...settings, source })}
      />
    </fieldset>
  );
}
