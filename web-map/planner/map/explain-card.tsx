import { IconButton } from '../../ui/button.tsx';
import { closeFacility } from '../scenario/edit.ts';
import { url } from '../state/address.ts';
import { changeKey } from '../state/change-key.ts';
import { choose, chosen, hovered, shown } from '../state/chosen.ts';
import { data } from '../state/data-store.ts';
import { question } from '../state/question.ts';
import { changes, undo } from '../state/scenario-store.ts';
import { explain } from '../words/explain.ts';
import { useWords } from '../words/use-words.ts';

/** What the pointer is over, else what is chosen, in a sentence; of a facility in a scenario what can be done. */
export function ExplainCard() {
  const { words, language } = useWords();
  const analysis = shown.value;
  if (!analysis) return null;
  const at = hovered.value ?? chosen.value;
  const sentence = at && explain(at, analysis, question.value, data.value?.places ?? [], language);
  const facility = !hovered.value && chosen.value?.type === 'facility' ? chosen.value.id : undefined;
  const isChanged = changes.value.some((each) => changeKey(each) === facility);
  return (
    <div class={sentence ? 'explain-card' : 'explain-card explain-hint'}>
      <p aria-live="polite">{sentence ?? words.mapHint}</p>
      {sentence && facility && url.value.view === 'scenario' && (
        <button
          type="button"
          class="plain-button"
          onClick={() => (isChanged ? undo(facility) : closeFacility(facility))}
        >
          {isChanged ? words.scenario.undo : words.scenario.closePlace}
        </button>
      )}
      {sentence && !hovered.value && (
        <IconButton icon="close" label={words.close} onClick={() => choose(undefined)} />
      )}
    </div>
  );
}
