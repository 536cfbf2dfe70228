import { useEffect, useState } from 'preact/hooks';
import { ConfirmDialog } from '../../form/confirm-dialog.tsx';
import { useAction } from '../../ui/use-action.ts';
import { Refused } from '../parts/notice.tsx';
import { message } from '../state/page-state.ts';
import { beginAnew, changes, discard, isChanged, save, stored } from '../state/scenario-store.ts';
import { useWords } from '../words/use-words.ts';

/** The scenario at hand gets a name and is saved, or is put away; what was not saved is asked about first. */
export function SaveScenario() {
  const { words } = useWords();
  const action = useAction();
  const [name, setName] = useState(stored.value?.name ?? '');
  const [isAsking, setAsking] = useState(false);
  useEffect(() => setName(stored.value?.name ?? ''), [stored.value?.id]);
  if (changes.value.length === 0 && !isChanged.value) return null;
  return (
    <section class="block">
      <form
        class="save-form"
        onSubmit={(event) => {
          event.preventDefault();
          void action
            .run(() => save(name.trim()))
            .then((isDone) => {
              if (isDone) message.value = words.scenario.saved;
            });
        }}
      >
        <label class="control-label" for="scenario-name">
          {words.scenario.name}
        </label>
        <input
          id="scenario-name"
          class="field-input"
          maxLength={60}
          required
          value={name}
          placeholder={words.scenario.namePlaceholder}
          onInput={({ currentTarget }) => setName(currentTarget.value)}
        />
        <div class="button-row">
          <button
            type="submit"
            class="weui-btn weui-btn_primary"
            disabled={action.isBusy || !name.trim() || (!isChanged.value && name === stored.value?.name)}
          >
            {stored.value ? words.scenario.saveChange : words.scenario.saveNew}
          </button>
          {stored.value && isChanged.value && (
            <button type="button" class="plain-button" onClick={discard}>
              {words.scenario.discard}
            </button>
          )}
          <button
            type="button"
            class="plain-button"
            onClick={() => (isChanged.value ? setAsking(true) : beginAnew())}
          >
            {words.scenario.anew}
          </button>
        </div>
        {isChanged.value && <p class="block-hint">{words.scenario.unsaved}</p>}
      </form>
      <Refused error={action.error} />
      {isAsking && (
        <ConfirmDialog
          title={words.scenario.anew}
          confirmLabel={words.scenario.anew}
          cancelLabel={words.cancel}
          isDanger
          onCancel={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            beginAnew();
          }}
        >
          <p>{words.scenario.anewAsk}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}
