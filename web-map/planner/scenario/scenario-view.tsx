import { useEffect } from 'preact/hooks';
import { bboxOfOutlines } from '../parts/bbox-of-outlines.ts';
import { url } from '../state/address.ts';
import { changeKey } from '../state/change-key.ts';
import { shown } from '../state/chosen.ts';
import { data } from '../state/data-store.ts';
import { changes, undo } from '../state/scenario-store.ts';
import { classWord } from '../words/phrases.ts';
import { useWords } from '../words/use-words.ts';
import { BeforeAfter } from './before-after.tsx';
import { changedName } from './changed-name.ts';
import { addFacility, isAdding } from './edit.ts';
import { FacilityList } from './facility-list.tsx';
import { SaveScenario } from './save-scenario.tsx';
import { StoredScenarios } from './stored-scenarios.tsx';
import { Suggestions } from './suggestions.tsx';

/** What if: facilities moved, added and closed, and what that would bring. */
export function ScenarioView() {
  const { words, language } = useWords();
  const { class: code, hour } = url.value;
  const hasAdded = changes.value.some(({ type }) => type === 'add');
  useEffect(
    () => () => {
      isAdding.value = false;
    },
    [],
  );
  return (
    <>
      <section class="block">
        <h2>{words.scenario.heading}</h2>
        <p class="block-hint">{words.scenario.hint}</p>
        <div class="button-row">
          <button
            type="button"
            class="chip"
            aria-pressed={isAdding.value}
            onClick={() => (isAdding.value = !isAdding.value)}
          >
            {words.scenario.add}
          </button>
          <button type="button" class="plain-button" onClick={() => addFacility(middle())}>
            {words.scenario.addHere}
          </button>
        </div>
        {isAdding.value && (
          <p class="block-hint" role="status">
            {words.scenario.adding(classWord(code, language))}
          </p>
        )}
        <h3>{words.scenario.changes}</h3>
        {changes.value.length === 0 && <p class="block-hint">{words.scenario.noChanges}</p>}
        <ul class="change-list">
          {changes.value.map((each) => (
            <li key={changeKey(each)}>
              <span>{words.scenario.change[each.type](changedName(each))}</span>
              <button
                type="button"
                class="plain-button"
                aria-label={words.scenario.undoChange(changedName(each))}
                onClick={() => undo(changeKey(each))}
              >
                {words.scenario.undo}
              </button>
            </li>
          ))}
        </ul>
        {hour !== undefined && hasAdded && <p class="block-hint">{words.scenario.addedIsOpen}</p>}
        {shown.value && <FacilityList facilities={shown.value.facilities} />}
      </section>
      <BeforeAfter />
      <SaveScenario />
      <Suggestions />
      <StoredScenarios />
    </>
  );
}

/** The middle of the subdistrict, for whoever works without a pointer. */
const middle = (): [number, number] => {
  const outline = data.peek()?.subdistrict.geometry;
  if (!outline) return [0, 0];
  const [west, south, east, north] = bboxOfOutlines([outline]);
  return [(west + east) / 2, (south + north) / 2];
};
