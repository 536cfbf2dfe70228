import { useState } from 'preact/hooks';
import type { ScenarioChange } from '../../../shared/coverage/scenario-change.ts';
import { Button } from '../../ui/button.tsx';
import type { Suggestion } from '../engine/planner-engine.ts';
import { Stopped } from '../engine/worker-engine.ts';
import { SelectField } from '../parts/select-field.tsx';
import { question } from '../state/question.ts';
import { engine, failure, stop } from '../state/result-store.ts';
import { changes } from '../state/scenario-store.ts';
import { hectaresPhrase, peoplePhrase, sharePhrase } from '../words/phrases.ts';
import { useWords } from '../words/use-words.ts';
import { addFacility } from './edit.ts';

/** What was suggested for a question, as a text, and for changes; which of it was accepted, and the changes since. */
type Found = {
  suggestion: Suggestion;
  asked: string;
  changes: readonly ScenarioChange[];
  taken: readonly number[];
};

const COUNTS = [1, 2, 3, 5, 8];

/** Where the next facilities would do most, and how far from the best possible that may be. */
export function Suggestions() {
  const { words, language } = useWords();
  const [count, setCount] = useState(2);
  const [isBusy, setBusy] = useState(false);
  const [answered, setFound] = useState<Found | undefined>(undefined);
  const { demand } = question.value;
  const asked = JSON.stringify(question.value);
  const found = answered?.asked === asked && answered.changes === changes.value ? answered : undefined;

  const suggest = async () => {
    setBusy(true);
    setFound(undefined);
    const made = changes.value;
    try {
      const suggestion = await engine.propose({ ...question.value, count }, made);
      setFound({ suggestion, asked, changes: made, taken: [] });
    } catch (error) {
      if (!(error instanceof Stopped)) failure.value = error;
    } finally {
      setBusy(false);
    }
  };
  const accept = (indexes: readonly number[]) => {
    for (const index of indexes) {
      const site = found?.suggestion.sites[index];
      if (site) addFacility(site.position);
    }
    if (found) setFound({ ...found, changes: changes.value, taken: [...found.taken, ...indexes] });
  };
  const left =
    found?.suggestion.sites.map((_, index) => index).filter((index) => !found.taken.includes(index)) ?? [];
  return (
    <section class="block">
      <h2>{words.scenario.suggest}</h2>
      <div class="button-row">
        <SelectField
          label={words.scenario.suggestCount}
          isLabelHidden
          value={String(count)}
          onChange={(next) => setCount(Number(next))}
        >
          {COUNTS.map((each) => (
            <option key={each} value={each}>
              {words.scenario.sites(each)}
            </option>
          ))}
        </SelectField>
        <Button kind="primary" isDisabled={isBusy} onClick={() => void suggest()}>
          {words.scenario.suggest}
        </Button>
      </div>
      {isBusy && (
        <div class="calculating" role="status">
          <progress aria-label={words.scenario.suggesting} />
          <span>{words.scenario.suggesting}</span>
          <button type="button" class="plain-button" onClick={stop}>
            {words.stop}
          </button>
        </div>
      )}
      {found && (
        <div class="suggested" aria-live="polite">
          <p class="certificate">{certificateOf(found.suggestion)}</p>
          <p class="block-hint">
            {words.scenario.candidates(found.suggestion.candidates, found.suggestion.spacingMeters)}
          </p>
          <ol class="change-list">
            {found.suggestion.sites.map((site, index) => (
              <li key={site.position.join()}>
                <span>
                  <b>{index + 1}</b> {words.scenario.gain(amountOf(site.gained))}
                  <small>{words.scenario.cumulative(sharePhrase(site.share))}</small>
                </span>
                {!found.taken.includes(index) && (
                  <button
                    type="button"
                    class="plain-button"
                    aria-label={words.scenario.acceptSite(index + 1)}
                    onClick={() => accept([index])}
                  >
                    {words.scenario.accept}
                  </button>
                )}
              </li>
            ))}
          </ol>
          {left.length > 1 && <Button onClick={() => accept(left)}>{words.scenario.acceptAll}</Button>}
        </div>
      )}
    </section>
  );

  function amountOf(amount: number): string {
    return found?.suggestion.isByPeople === false
      ? words.gaps.hectares(hectaresPhrase(amount))
      : peoplePhrase(amount, demand, language);
  }

  function certificateOf({ sites, gained, gapToBest }: Suggestion): string {
    if (sites.length === 0) return words.scenario.nothingToGain;
    const amount = amountOf(gained);
    return gapToBest < 0.0005
      ? words.scenario.certificateBest(amount)
      : words.scenario.certificate(amount, `${(Math.ceil(gapToBest * 1000) / 10).toFixed(1)} %`);
  }
}
