import { useState } from 'preact/hooks';
import { ConfirmDialog } from '../../form/confirm-dialog.tsx';
import { call } from '../../session/session-store.ts';
import { useAction } from '../../ui/use-action.ts';
import { Refused } from '../parts/notice.tsx';
import { data, reloadData } from '../state/data-store.ts';
import { message } from '../state/page-state.ts';
import { useWords } from '../words/use-words.ts';

/** Takes all residential buildings away, after a question: people are then spread over their areas again. */
export function RemoveBuildings() {
  const { words } = useWords();
  const action = useAction();
  const [isAsked, setAsked] = useState(false);
  const loaded = data.value;
  const source = loaded?.buildingsSource;
  if (!loaded || !source || loaded.buildings.length === 0) return null;
  const remove = async () => {
    const isDone = await action.run(() =>
      call('importBuildings', {
        params: { code: loaded.subdistrict.id },
        body: {
          crs: 'wgs84',
          source,
          collection: { type: 'FeatureCollection', features: [] },
          isDryRun: false,
        },
      }),
    );
    setAsked(false);
    if (!isDone) return;
    message.value = words.data.buildingsRemoved;
    await reloadData();
  };
  return (
    <>
      <button type="button" class="plain-button" onClick={() => setAsked(true)}>
        {words.data.removeBuildings(loaded.buildings.length)}
      </button>
      <Refused error={action.error} />
      {isAsked && (
        <ConfirmDialog
          title={words.data.removeBuildings(loaded.buildings.length)}
          confirmLabel={words.remove}
          cancelLabel={words.cancel}
          isDanger
          onCancel={() => setAsked(false)}
          onConfirm={remove}
        >
          <p>{words.data.removeBuildingsAsk}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
