import type { Analysis } from '../engine/planner-engine.ts';
import { gapName } from '../gaps/gap-name.ts';
import { data } from '../state/data-store.ts';
import { question } from '../state/question.ts';
import { farPhrase, hectaresPhrase, peoplePhrase, unbroken } from '../words/phrases.ts';
import { useWords } from '../words/use-words.ts';

const MOST_GAPS = 12;

/** The gaps on paper, most people first, each with what is nearest to it. */
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
            <th scope="col">{words.report.people}</th>
            <th scope="col">{words.report.area}</th>
            <th scope="col">{words.report.nearest}</th>
            <th scope="col">{words.report.distance}</th>
          </tr>
        </thead>
        <tbody>
          {gaps.slice(0, MOST_GAPS).map((gap) => (
            <tr key={gap.rank}>
              <td>{gap.rank}</td>
              <td>{gapName(gap, data.value?.areas ?? [], language)}</td>
              <td>
                {gap.people === undefined
                  ? words.table.none
                  : peoplePhrase(gap.people, question.value.demand, language)}
              </td>
              <td>{unbroken(words.gaps.hectares(hectaresPhrase(gap.squareMeters)))}</td>
              <td>{gap.nearest?.name ?? words.table.none}</td>
              <td>{gap.nearest ? farPhrase(gap.nearest.meters, language) : words.table.none}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {gaps.length > MOST_GAPS && <p class="report-note">{words.gaps.more(gaps.length - MOST_GAPS)}</p>}
    </>
  );
}
