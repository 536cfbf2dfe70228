import { useEffect, useRef } from 'preact/hooks';
import { after } from '../state/result-store.ts';
import { compared } from '../state/scenario-store.ts';
import { useWords } from '../words/use-words.ts';
import { ResultTable } from './result-table.tsx';

/** How things are, how they would be, and how they would be in another scenario; comes into view with a new comparison. */
export function BeforeAfter() {
  const { words } = useWords();
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (compared.value === undefined) return;
    section.current?.scrollIntoView({ block: 'nearest' });
    section.current?.focus({ preventScroll: true });
  }, [compared.value?.id]);
  if (!after.value && !compared.value) return null;
  return (
    <section ref={section} class="block" tabIndex={-1} aria-live="polite">
      <h2>{words.scenario.result}</h2>
      <ResultTable />
    </section>
  );
}
