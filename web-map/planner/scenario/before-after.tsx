import type { Analysis, ClassNumbers } from '../engine/planner-engine.ts';
import { numbersOf } from '../engine/planner-engine.ts';
import { farPhrase } from '../finding/finding-sentence.ts';
import { question } from '../state/question.ts';
import { after, before, beside } from '../state/result-store.ts';
import { compared, stored } from '../state/scenario-store.ts';
import { peoplePhrase, shareOf, sharePhrase } from '../words/phrases.ts';
import { useWords } from '../words/use-words.ts';

/** How things are, how they would be, and how they would be in another scenario. */
export function BeforeAfter() {
  const { words, language } = useWords();
  const { demand, class: code } = question.value;
  const columns = [
    { name: words.scenario.before, analysis: before.value },
    { name: stored.value?.name ?? words.scenario.after, analysis: after.value },
    ...(compared.value ? [{ name: compared.value.name, analysis: beside.value ?? before.value }] : []),
  ];
  if (!before.value || (!after.value && !compared.value)) return null;
  const rows: { name: string; cell(numbers: ClassNumbers, analysis: Analysis): string }[] = [
    { name: words.scenario.covered, cell: (numbers) => sharePhrase(shareOf(numbers)) },
    {
      name: words.scenario.reached,
      cell: ({ coveredPeople }) =>
        coveredPeople === undefined ? words.table.none : peoplePhrase(coveredPeople, demand, language),
    },
    { name: words.scenario.p90, cell: ({ p90Meters }) => farPhrase(p90Meters, language) ?? words.table.none },
    {
      name: words.scenario.worst,
      cell: ({ worstMeters }) => farPhrase(worstMeters, language) ?? words.table.none,
    },
    { name: words.scenario.gapsCount, cell: (_, { gaps }) => String(gaps.length) },
  ];
  return (
    <section class="block" aria-live="polite">
      <h2>{words.scenario.result}</h2>
      <table class="result-table">
        <thead>
          <tr>
            <th scope="col">{words.scenario.measure}</th>
            {columns.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cell }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {columns.map((column) => {
                const numbers = column.analysis && numbersOf(column.analysis, code);
                return (
                  <td key={column.name}>
                    {numbers && column.analysis ? cell(numbers, column.analysis) : words.table.none}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
