import { useEffect, useState } from 'preact/hooks';
import type { ListedScenario } from '../../../shared/coverage/stored-scenario.ts';
import { ConfirmDialog } from '../../form/confirm-dialog.tsx';
import { useAction } from '../../ui/use-action.ts';
import { Refused } from '../parts/notice.tsx';
import { linkTo, open, url } from '../state/address.ts';
import { message, subdistrict } from '../state/page-state.ts';
import { listScenarios, remove, scenarios, stored } from '../state/scenario-store.ts';
import { useWords } from '../words/use-words.ts';

/** The scenarios that were saved: opened, shared, laid beside the one at hand, deleted. */
export function StoredScenarios() {
  const { words } = useWords();
  const action = useAction();
  const [removed, setRemoved] = useState<ListedScenario | undefined>(undefined);
  useEffect(() => void action.run(listScenarios), [subdistrict.value?.id]);
  const { compared } = url.value;

  const share = async (id: string) => {
    const copied = await navigator.clipboard?.writeText(linkTo({ scenario: id, view: 'scenario' })).then(
      () => true,
      () => false,
    );
    message.value = copied ? words.scenario.shared : words.scenario.notCopied;
  };
  return (
    <section class="block">
      <h2>{words.scenario.stored}</h2>
      <Refused error={action.error} />
      {scenarios.value?.length === 0 && <p class="block-hint">{words.scenario.noneStored}</p>}
      <ul class="stored-list">
        {scenarios.value?.map((scenario) => (
          <li key={scenario.id} class={scenario.id === stored.value?.id ? 'stored-open' : ''}>
            <button
              type="button"
              class="stored-name"
              aria-pressed={scenario.id === stored.value?.id}
              onClick={() => open({ scenario: scenario.id })}
            >
              {scenario.name}
              <small>{words.scenario.changesCount(scenario.changesCount)}</small>
            </button>
            <button type="button" class="plain-button" onClick={() => void share(scenario.id)}>
              {words.scenario.share}
            </button>
            {scenario.id !== stored.value?.id && (
              <button
                type="button"
                class="plain-button"
                onClick={() => open({ compared: compared === scenario.id ? undefined : scenario.id })}
              >
                {compared === scenario.id ? words.scenario.stopCompare : words.scenario.compare}
              </button>
            )}
            <button type="button" class="plain-button" onClick={() => setRemoved(scenario)}>
              {words.remove}
            </button>
          </li>
        ))}
      </ul>
      {removed && (
        <ConfirmDialog
          title={words.remove}
          confirmLabel={words.remove}
          cancelLabel={words.cancel}
          isDanger
          onCancel={() => setRemoved(undefined)}
          onConfirm={async () => {
            await action.run(() => remove(removed));
            setRemoved(undefined);
          }}
        >
          <p>{words.scenario.removeAsk(removed.name)}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}
