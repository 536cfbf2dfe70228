import type { FacilitySeen } from '../engine/planner-engine.ts';
import { choose } from '../state/chosen.ts';
import { undo } from '../state/scenario-store.ts';
import { useWords } from '../words/use-words.ts';
import { closeFacility } from './edit.ts';
import { MoveButton } from './move-button.tsx';

/** Every facility of the class, to be moved or closed in the scenario without a map. */
export function FacilityList({ facilities }: { facilities: readonly FacilitySeen[] }) {
  const { words } = useWords();
  return (
    <details class="facility-list">
      <summary>{words.scenario.facilities(facilities.length)}</summary>
      <ul class="change-list">
        {facilities.map((facility) => {
          const { id, name, change } = facility;
          return (
            <li key={id}>
              <button
                type="button"
                class="plain-button plain-ink"
                onClick={() => choose({ type: 'facility', id }, { look: true })}
              >
                {name}
              </button>
              {change !== 'remove' && <MoveButton facility={facility} />}
              <button
                type="button"
                class="plain-button"
                aria-label={`${change ? words.scenario.undo : words.scenario.closePlace} ${name}`}
                onClick={() => (change ? undo(id) : closeFacility(id))}
              >
                {change ? words.scenario.undo : words.scenario.closePlace}
              </button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
