import type { ScenarioChange } from '../../../shared/coverage/scenario-change.ts';
import { areaNameAt } from '../parts/area-name-at.ts';
import { addedNumber } from '../scenario/added-number.ts';
import { changedName } from '../scenario/changed-name.ts';
import { ResultTable } from '../scenario/result-table.tsx';
import { changeKey } from '../state/change-key.ts';
import { data } from '../state/data-store.ts';
import { changes } from '../state/scenario-store.ts';
import { useWords } from '../words/use-words.ts';

/** On paper: what the scenario changes, where, and what that brings. */
export function ReportScenario() {
  const { words } = useWords();
  const placeOf = ({ position }: Extract<ScenarioChange, { type: 'add' | 'move' }>): string => {
    const area = areaNameAt(position, data.value?.areas ?? []);
    return words.report.near(area ?? '', position.map((degrees) => degrees.toFixed(5)).join(', '));
  };
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
            <li key={changeKey(each)}>
              {each.type === 'add' && <b>+{addedNumber(each.id, changes.value)} </b>}
              {words.scenario.change[each.type](changedName(each))}
              {each.type !== 'remove' && ` · ${placeOf(each)}`}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
