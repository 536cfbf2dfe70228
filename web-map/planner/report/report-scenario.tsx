import { changedName } from '../scenario/changed-name.ts';
import { ResultTable } from '../scenario/result-table.tsx';
import { changes, keyOf } from '../state/scenario-store.ts';
import { useWords } from '../words/use-words.ts';

/** On paper: what the scenario changes, where, and what that brings. */
export function ReportScenario() {
  const { words } = useWords();
  return (
    <>
      <section>
        <h2>{words.scenario.result}</h2>
        <ResultTable />
      </section>
      <section>
        <h2>{words.report.changes}</h2>
        <ul>
          {changes.value.map((each) => (
            <li key={keyOf(each)}>
              {words.scenario.change[each.type](changedName(each))}
              {each.type !== 'remove' && ` · ${placeOf(each.position)}`}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** WGS-84, to a metre. */
const placeOf = (position: readonly number[]): string =>
  position.map((degrees) => degrees.toFixed(5)).join(', ');
