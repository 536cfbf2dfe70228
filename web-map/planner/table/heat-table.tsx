import { useRef } from 'preact/hooks';
import type { FacilityClass } from '../../../shared/coverage/coverage-answer.ts';
import { type Analysis, areasOfKind, type ClassNumbers } from '../engine/planner-engine.ts';
import { Skeleton } from '../parts/notice.tsx';
import { narrow, url } from '../state/address.ts';
import { choose, chosen, shown } from '../state/chosen.ts';
import { areas, data } from '../state/data-store.ts';
import { question } from '../state/question.ts';
import { emptinessOf, emptinessPhrase } from '../words/emptiness.ts';
import { classWord, shareOf, sharePhrase } from '../words/phrases.ts';
import { useWords } from '../words/use-words.ts';
import { HeatCell } from './heat-cell.tsx';
import { moveInTable } from './move-in-table.ts';
import { sortedCodes } from './sorted-codes.ts';

/** Areas by classes, each cell coloured and hatched by its grade. */
export function HeatTable() {
  const { words } = useWords();
  const analysis = shown.value;
  return (
    <section class="block">
      <h2>{words.table.heading}</h2>
      <p class="block-hint">{words.table.caption(words.demand[question.value.demand])}</p>
      {analysis ? <Table analysis={analysis} /> : <Skeleton rows={6} />}
    </section>
  );
}

function Table({ analysis }: { analysis: Analysis }) {
  const { words, language } = useWords();
  const table = useRef<HTMLTableElement>(null);
  const { class: column, sort, isDescending, areaKind } = url.value;
  const names = new Map(areas.value.map(({ code, name }) => [code, name]));
  const codes = sortedCodes([...names.keys()], analysis, { sort, isDescending, areaKind });
  const current = chosen.value?.type === 'area' ? chosen.value.code : undefined;
  const cell = (numbers: ClassNumbers, code: string | undefined) => {
    const found = code === undefined ? numbers : areasOfKind(numbers, areaKind).get(code);
    const emptiness = emptinessOf(numbers, data.value?.places ?? []);
    const reason = emptinessPhrase(emptiness, question.value.at !== undefined, words);
    const label = words.table.cell(
      code === undefined ? words.table.whole : (names.get(code) ?? code),
      classWord(numbers.class, language),
      emptiness === 'none' ? words.table.empty : found ? sharePhrase(shareOf(found)) : words.table.none,
      emptiness !== 'none' && found?.grade ? words.grade[found.grade] : words.table.none,
    );
    return (
      <HeatCell
        key={numbers.class}
        numbers={found}
        label={reason ? words.table.because(label, reason) : label}
        emptyWord={found && emptiness === 'none' ? words.table.empty : undefined}
        isFirst={code === undefined && numbers === analysis.classes[0]}
        isColumn={numbers.class === column}
        onChoose={() => {
          narrow({ class: numbers.class });
          choose(code === undefined ? undefined : { type: 'area', kind: areaKind, code }, { look: true });
        }}
      />
    );
  };
  return (
    <div class="heat-scroll">
      <table
        ref={table}
        class="heat"
        onKeyDown={(event) => table.current && moveInTable(table.current, event)}
      >
        <caption class="visually-hidden">{words.table.keys}</caption>
        <thead>
          <tr>
            <th scope="col">{words.table.area}</th>
            {analysis.classes.map(({ class: code }) => (
              <th
                key={code}
                scope="col"
                class={code === column ? 'heat-column' : ''}
                aria-sort={sort === code ? (isDescending ? 'descending' : 'ascending') : undefined}
              >
                <SortButton code={code} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr class="heat-whole">
            <th scope="row">{words.table.whole}</th>
            {analysis.classes.map((numbers) => cell(numbers, undefined))}
          </tr>
          {codes.map((code) => (
            <tr key={code} class={code === current ? 'heat-current' : ''}>
              <th scope="row">{names.get(code)}</th>
              {analysis.classes.map((numbers) => cell(numbers, code))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SortButton({ code }: { code: FacilityClass }) {
  const { words, language } = useWords();
  const { sort, isDescending } = url.value;
  const word = classWord(code, language);
  const head = (words.column as Partial<Record<FacilityClass, string>>)[code] ?? word;
  const mark = sort === code ? (isDescending ? ' ↓' : ' ↑') : '';
  return (
    <button
      type="button"
      class="heat-sort"
      aria-label={`${head}${words.comma}${words.table.sortBy(word)}`}
      title={word}
      onClick={() => {
        // Worst first, then best first, then the order of codes again.
        if (sort !== code) narrow({ sort: code, isDescending: false });
        else if (isDescending) narrow({ sort: undefined, isDescending: false });
        else narrow({ isDescending: true });
      }}
    >
      {head}
      {mark}
    </button>
  );
}
