import type { CoverageNumbers } from '../../../shared/coverage/coverage-answer.ts';
import { type Analysis, areasOfKind } from '../engine/planner-engine.ts';
import { url } from '../state/address.ts';
import { areas, data } from '../state/data-store.ts';
import { question } from '../state/question.ts';
import { emptinessOf, emptinessPhrase } from '../words/emptiness.ts';
import { classWord, shareOf, sharePhrase } from '../words/phrases.ts';
import { useWords } from '../words/use-words.ts';

/** Areas by classes on paper; a small swatch with the hatch of its grade stands before each share. */
export function CoverageTable({ analysis }: { analysis: Analysis }) {
  const { words, language } = useWords();
  const rows = [
    { code: '', name: words.table.whole, cells: analysis.classes.map((numbers) => numbers) },
    ...areas.value.map(({ code, name }) => ({
      code,
      name,
      cells: analysis.classes.map((numbers) => areasOfKind(numbers, url.value.areaKind).get(code)),
    })),
  ];
  const emptiness = analysis.classes.map((numbers) => emptinessOf(numbers, data.value?.places ?? []));
  const reasons = analysis.classes.flatMap(({ class: code }, index) => {
    const reason = emptinessPhrase(emptiness[index], question.value.at !== undefined, words);
    return reason ? [words.report.standardOf(classWord(code, language), reason)] : [];
  });
  return (
    <>
      <table class="report-coverage">
        <thead>
          <tr>
            <th scope="col">{words.areaKinds[url.value.areaKind]}</th>
            {analysis.classes.map(({ class: code }) => (
              <th key={code} scope="col">
                {classWord(code, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, name, cells }) => (
            <tr key={code}>
              <th scope="row">{name}</th>
              {cells.map((numbers, index) => (
                <td key={index}>
                  <Share numbers={numbers} emptiness={emptiness[index]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {reasons.length > 0 && <p class="report-note">{reasons.join(words.explain.semicolon)}</p>}
    </>
  );
}

function Share({
  numbers,
  emptiness,
}: {
  numbers: CoverageNumbers | undefined;
  emptiness: ReturnType<typeof emptinessOf>;
}) {
  const { words } = useWords();
  if (!numbers?.grade) return <>{words.table.none}</>;
  if (emptiness === 'none') return <>{words.table.empty}</>;
  return (
    <>
      <svg class="report-swatch" width="14" height="10" role="img" aria-label={words.grade[numbers.grade]}>
        <rect x="0.5" y="0.5" width="13" height="9" rx="2" fill={`url(#grade-${numbers.grade})`} />
      </svg>
      {sharePhrase(shareOf(numbers))}
    </>
  );
}
