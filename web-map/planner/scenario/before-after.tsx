import { after } from '../state/result-store.ts';
import { compared } from '../state/scenario-store.ts';
import { useWords } from '../words/use-words.ts';
import { ResultTable } from './result-table.tsx';

/** How things are, how they would be, and how they would be in another scenario. */
export function BeforeAfter() {
  const { words } = useWords();
  if (!after.value && !compared.value) return null;
  return (
    <section class="block" aria-live="polite">
      <h2>{words.scenario.result}</h2>
      <ResultTable />
    </section>
  );
}
