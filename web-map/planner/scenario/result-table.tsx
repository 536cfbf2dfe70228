import { type Analysis, type ClassNumbers, numbersOf } from '../engine/planner-engine.ts';
import { question } from '../state/question.ts';
import { after, before, beside } from '../state/result-store.ts';
import { compared, stored } from '../state/scenario-store.ts';
import { countPhrase, farPhrase, hectaresPhrase, shareOf, sharePhrase } from '../words/phrases.ts';
import { useWords } from '../words/use-words.ts';

/** What scenarios are measured by. */
type Measure = {
  name: string;
  read(numbers: ClassNumbers, analysis: Analysis): number | undefined;
  say(value: number): string | undefined;
  isMoreBetter: boolean;
};

/** The class that is looked at as it is, in the scenario at hand and in the one beside it; what is better says so. */
export function ResultTable() {
  const { words } = useWords();
  const measures = useMeasures();
  const columns = [
    { name: words.scenario.before, analysis: before.value },
    ...(after.value ? [{ name: stored.value?.name ?? words.scenario.after, analysis: after.value }] : []),
    ...(compared.value
      ? [
          {
            name: compared.value.name,
            analysis: beside.value?.scenario === compared.value ? beside.value.analysis : undefined,
          },
        ]
      : []),
  ];
  const valueIn = ({ read }: Measure, analysis: Analysis | undefined) => {
    const numbers = analysis && numbersOf(analysis, question.value.class);
    return analysis && numbers && read(numbers, analysis);
  };
  return (
    <table class="result-table">
      <thead>
        <tr>
          <th scope="col">{words.scenario.measure}</th>
          {columns.map(({ name }, index) => (
            <th key={index} scope="col" title={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {measures.map((measure) => (
          <tr key={measure.name}>
            <th scope="row">{measure.name}</th>
            {columns.map(({ analysis }, index) =>
              analysis ? (
                <ResultCell
                  key={index}
                  measure={measure}
                  value={valueIn(measure, analysis)}
                  base={valueIn(measure, before.value)}
                />
              ) : (
                <td key={index} class="skeleton" aria-label={words.working}>
                  <span class="bone" />
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A value beside the one that holds now: an arrow and words say which way it goes, not only the colour. */
function ResultCell({
  measure: { say, isMoreBetter },
  value,
  base,
}: {
  measure: Measure;
  value: number | undefined;
  base: number | undefined;
}) {
  const { words } = useWords();
  const text = value === undefined ? undefined : say(value);
  if (value === undefined || base === undefined || text === undefined || text === say(base))
    return <td>{text ?? words.table.none}</td>;
  const isBetter = value > base === isMoreBetter;
  return (
    <td class={isBetter ? 'result-better' : 'result-worse'}>
      {text} <span aria-hidden="true">{value > base ? '↑' : '↓'}</span>
      <span class="visually-hidden">{isBetter ? words.scenario.better : words.scenario.worse}</span>
    </td>
  );
}

function useMeasures(): Measure[] {
  const { words, language } = useWords();
  const { demand } = question.value;
  const far = (meters: number) => farPhrase(meters, language);
  const isCounted = before.value?.gaps[0]?.people !== undefined;
  return [
    { name: words.scenario.covered, read: shareOf, say: sharePhrase, isMoreBetter: true },
    {
      name: words.scenario.reached(words.demand[demand]),
      read: ({ coveredPeople }) => coveredPeople,
      say: countPhrase,
      isMoreBetter: true,
    },
    {
      name: words.scenario.p90(words.demand[demand]),
      read: ({ p90Meters }) => p90Meters,
      say: far,
      isMoreBetter: false,
    },
    { name: words.scenario.worst, read: ({ worstMeters }) => worstMeters, say: far, isMoreBetter: false },
    {
      name: isCounted ? words.scenario.largestGap(words.demand[demand]) : words.scenario.largestGapArea,
      read: (_, { gaps: [gap] }) => (isCounted ? (gap?.people ?? 0) : gap?.squareMeters),
      say: isCounted ? countPhrase : (squareMeters) => words.gaps.hectares(hectaresPhrase(squareMeters)),
      isMoreBetter: false,
    },
  ];
}
