import { coverageWarningSentences } from '../../shared/labels/coverage-warning-words.ts';
import { Button } from '../ui/button.tsx';
import { HourCurve } from './curve/hour-curve.tsx';
import { DataSection } from './data/data-section.tsx';
import { GapList } from './gaps/gap-list.tsx';
import { ScenarioView } from './scenario/scenario-view.tsx';
import { open, url } from './state/address.ts';
import { shown } from './state/chosen.ts';
import { data } from './state/data-store.ts';
import { failure, isSlow, isStopped, retry, stop } from './state/result-store.ts';
import { VIEWS, type View } from './state/url-state.ts';
import { HeatTable } from './table/heat-table.tsx';
import { useWords } from './words/use-words.ts';

/** What was found, what might be, and what it is counted with. */
export function SidePane() {
  const { words } = useWords();
  const { view } = url.value;
  return (
    <div class="side">
      <nav class="side-views" aria-label={words.views}>
        {VIEWS.map((each) => (
          <button
            key={each}
            type="button"
            class="side-view"
            aria-current={each === view ? 'page' : undefined}
            onClick={() => open({ view: each })}
          >
            {words.view[each]}
          </button>
        ))}
      </nav>
      <CalculationState />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
      <section class="side-scroll" tabIndex={0} aria-label={words.view[view]}>
        <Shown view={view} />
      </section>
    </div>
  );
}

function Shown({ view }: { view: View }) {
  const { words } = useWords();
  const hasAreas = data.value === undefined || data.value.areas.length > 0;
  if (view === 'data') return <DataSection />;
  if (view === 'scenario') return <ScenarioView />;
  return (
    <>
      {!hasAreas && <p class="notice-card">{words.noAreas}</p>}
      <HeatTable />
      <HourCurve />
      <GapList />
      <Warnings />
    </>
  );
}

function Warnings() {
  const { language } = useWords();
  const sentences = coverageWarningSentences(shown.value?.warnings ?? [], language);
  if (sentences.length === 0) return null;
  return (
    <ul class="warnings">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

/** That something is being worked out, was stopped, or failed. */
function CalculationState() {
  const { words } = useWords();
  if (isSlow.value)
    return (
      <div class="calculating" role="status">
        <progress aria-label={words.working} />
        <span>{words.working}</span>
        <button type="button" class="plain-button" onClick={stop}>
          {words.stop}
        </button>
      </div>
    );
  if (!isStopped.value && failure.value === undefined) return null;
  return (
    <div class="notice-card" role="alert">
      <p>{isStopped.value ? words.stopped : words.calculationFailed}</p>
      <Button onClick={retry}>{words.calculateAgain}</Button>
    </div>
  );
}
