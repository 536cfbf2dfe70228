import { Skeleton } from '../parts/notice.tsx';
import { choose, chosen, hovered, shown } from '../state/chosen.ts';
import { data } from '../state/data-store.ts';
import { question } from '../state/question.ts';
import { nearestPhrase } from '../words/explain.ts';
import { hectaresPhrase, peoplePhrase, unbroken } from '../words/phrases.ts';
import { useWords } from '../words/use-words.ts';
import { gapName } from './gap-name.ts';

/** So many are listed; the rest is slivers. */
const MOST_LISTED = 8;

/** What nothing reaches, most people first. */
export function GapList() {
  const { words, language } = useWords();
  const gaps = shown.value?.gaps;
  const current = chosen.value?.type === 'gap' ? chosen.value.rank : undefined;
  return (
    <section class="block">
      <h2>{words.gaps.heading}</h2>
      {!gaps && <Skeleton rows={4} />}
      {gaps?.length === 0 && (
        <p class="block-hint">{shown.value?.unknown ? words.gaps.noneKnown : words.gaps.none}</p>
      )}
      <ol class="gap-list">
        {gaps?.slice(0, MOST_LISTED).map((gap) => (
          <li key={gap.rank}>
            <button
              type="button"
              class="gap-row"
              aria-pressed={gap.rank === current}
              onClick={() => choose({ type: 'gap', rank: gap.rank }, { look: true })}
              onMouseEnter={() => (hovered.value = { type: 'gap', rank: gap.rank })}
              onMouseLeave={() => (hovered.value = undefined)}
            >
              <span class="gap-rank">{gap.rank}</span>
              <span class="gap-text">
                <b>{gapName(gap, data.value?.areas ?? [], language)}</b>
                <small>
                  {unbroken(words.gaps.hectares(hectaresPhrase(gap.squareMeters)))}
                  {gap.nearest && ` · ${nearestPhrase(gap, language)}`}
                </small>
              </span>
              {gap.people !== undefined && (
                <span class="gap-people">{peoplePhrase(gap.people, question.value.demand, language)}</span>
              )}
            </button>
          </li>
        ))}
      </ol>
      {gaps && gaps.length > MOST_LISTED && (
        <p class="block-hint">{words.gaps.more(gaps.length - MOST_LISTED)}</p>
      )}
    </section>
  );
}
