import { useState } from 'preact/hooks';
import type { SiteProposal } from '../../../shared/coverage/propose-sites.ts';
import type { Position } from '../../../shared/geo/position.ts';
import { Button } from '../../ui/button.tsx';
import { areaNameAt } from '../parts/area-name-at.ts';
import { SelectField } from '../parts/select-field.tsx';
import { data } from '../state/data-store.ts';
import { question } from '../state/question.ts';
import { stop } from '../state/result-store.ts';
import { gapToBestPhrase, hectaresPhrase, peoplePhrase, sharePhrase } from '../words/phrases.ts';
import { useWords } from '../words/use-words.ts';
import { accept, isSuggesting, sitesLeft, suggest, suggested } from './suggested.ts';

const COUNTS = [1, 2, 3, 5, 8];

/** Where the next facilities would do most, and how far from the best possible that may be. */
export function Suggestions() {
  const { words, language } = useWords();
  const [count, setCount] = useState(2);
  const { demand } = question.value;
  const found = suggested.value;
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
        <Button kind="primary" isDisabled={isSuggesting.value} onClick={() => void suggest(count)}>
          {words.scenario.suggest}
        </Button>
      </div>
      {isSuggesting.value && (
        <div class="calculating" role="status">
          <progress aria-label={words.scenario.suggesting} />
          <span>{words.scenario.suggesting}</span>
          <button type="button" class="plain-button" onClick={stop}>
            {words.stop}
          </button>
        </div>
      )}
      {found && (sitesLeft.value.length > 0 || found.suggestion.sites.length === 0) && (
        <div class="suggested" aria-live="polite">
          <p class="certificate">{certificateOf(found.suggestion)}</p>
          <p class="block-hint">
            {words.scenario.candidates(found.suggestion.candidates, found.suggestion.spacingMeters ?? 0)}
          </p>
          <ol class="change-list">
            {found.suggestion.sites.map((site, index) => (
              <li key={site.position.join()}>
                <span>
                  <b>{index + 1}</b> {whereOf(site.position)}
                  {words.scenario.gain(amountOf(site.gained))}
                  <small>
                    {words.scenario.cumulative(sharePhrase(site.covered / found.suggestion.total))}
                  </small>
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
          {sitesLeft.value.length > 1 && (
            <Button onClick={() => accept(sitesLeft.value.map(({ index }) => index))}>
              {words.scenario.acceptAll}
            </Button>
          )}
        </div>
      )}
    </section>
  );

  function whereOf(position: Position): string {
    const area = areaNameAt(position, data.value?.areas ?? []);
    return area === undefined ? '' : words.scenario.at(area);
  }

  function amountOf(amount: number): string {
    return found?.suggestion.isByPeople === false
      ? words.gaps.hectares(hectaresPhrase(amount))
      : peoplePhrase(amount, demand, language);
  }

  function certificateOf({ sites, gained, gapToBound }: SiteProposal): string {
    if (sites.length === 0) return words.scenario.nothingToGain;
    const amount = amountOf(gained);
    const gap = gapToBestPhrase(gapToBound);
    return gap === gapToBestPhrase(0)
      ? words.scenario.certificateBest(amount)
      : words.scenario.certificate(amount, gap);
  }
}
