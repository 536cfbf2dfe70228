import type { Analysis } from '../engine/planner-engine.ts';
import { gapName } from '../gaps/gap-name.ts';
import { data } from '../state/data-store.ts';
import { question } from '../state/question.ts';
import { nearestPhrase } from '../words/explain.ts';
import { hectaresPhrase, peoplePhrase, unbroken } from '../words/phrases.ts';
import { useWords } from '../words/use-words.ts';

const MOST_GAPS = 12;

/** The gaps on paper, beside the map that bears their numbers, most people first, each with what is nearest to it. */
export function GapsTable({ gaps }: Pick<Analysis, 'gaps'>) {
  const { words, language } = useWords();
  if (gaps.length === 0) return <p>{words.gaps.none}</p>;
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.report.rank}</th>
            <th scope="col">{words.table.area}</th>
            <th scope="col">{[words.report.people, words.report.area].join(words.comma)}</th>
          </tr>
        </thead>
        <tbody>
          {gaps.slice(0, MOST_GAPS).map((gap) => (
            <tr key={gap.rank}>
              <td>{gap.rank}</td>
              <td>
                {gapName(gap, data.value?.areas ?? [], language)}
                <small>{nearestPhrase(gap, language) ?? words.explain.noNearest}</small>
              </td>
              <td>
                {gap.people === undefined
                  ? words.table.none
                  : peoplePhrase(gap.people, question.value.demand, language)}
                <small>{unbroken(words.gaps.hectares(hectaresPhrase(gap.squareMeters)))}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {gaps.length > MOST_GAPS && <p class="report-note">{words.gaps.more(gaps.length - MOST_GAPS)}</p>}
    </>
  );
}
