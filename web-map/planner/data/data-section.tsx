import { useEffect } from 'preact/hooks';
import { useWords } from '../words/use-words.ts';
import { DataDates } from './data-dates.tsx';
import { ImportAreas } from './import-areas.tsx';
import { ImportBuildings } from './import-buildings.tsx';
import { ImportPeople } from './import-people.tsx';
import { preview } from './preview.ts';
import { StandardsTable } from './standards-table.tsx';

/** What is counted with: how old it is, how to bring newer, which distances hold. */
export function DataSection() {
  const { words } = useWords();
  useEffect(
    () => () => {
      preview.value = undefined;
    },
    [],
  );
  return (
    <>
      <section class="block">
        <h2>{words.data.dates}</h2>
        <DataDates />
      </section>
      <ImportAreas />
      <ImportPeople />
      <ImportBuildings />
      <StandardsTable />
    </>
  );
}
