import { useState } from 'preact/hooks';
import { addressOf } from '../../../shared/api/client.ts';
import type { AnswerCrs } from '../../../shared/api/queries.ts';
import { Icon } from '../../ui/icon.tsx';
import { ChoiceChips } from '../parts/choice-chips.tsx';
import { useWords } from '../words/use-words.ts';
import { ImportCard } from './import-card.tsx';

/** Whole lists in and out. */
export const TableSection = ({ subdistrict }: { subdistrict: string }) => (
  <div class="column">
    <ImportCard subdistrict={subdistrict} />
    <ExportCard subdistrict={subdistrict} />
  </div>
);

function ExportCard({ subdistrict }: { subdistrict: string }) {
  const { words } = useWords();
  const [crs, setCrs] = useState<AnswerCrs>('wgs84');
  const query = { subdistrict, crs };
  const files = [
    {
      name: words.table.xlsx,
      hint: words.table.xlsxHint,
      href: addressOf('exportPlacesXlsx', { query: { subdistrict } }),
    },
    { name: words.table.csv, hint: words.table.csvHint, href: addressOf('exportPlacesCsv', { query }) },
    {
      name: words.table.geojson,
      hint: words.table.geojsonHint,
      href: addressOf('exportPlacesGeojson', { query }),
    },
  ];
  return (
    <section class="card">
      <h2>{words.table.exportHeading}</h2>
      <p class="quiet">{words.table.exportHint}</p>
      <ChoiceChips<AnswerCrs>
        label={words.table.exportCrs}
        options={[
          { code: 'wgs84', word: words.table.crs.wgs84 },
          { code: 'gcj02', word: words.table.crs.gcj02 },
        ]}
        chosen={crs}
        onChoose={setCrs}
      />
      <ul class="downloads">
        {files.map(({ name, hint, href }) => (
          <li key={name}>
            <a class="download" href={href} download>
              <Icon id="download" />
              <span>
                {name}
                <small>{hint}</small>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
