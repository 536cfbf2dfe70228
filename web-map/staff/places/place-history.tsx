import { useState } from 'preact/hooks';
import type { ChangeEntry } from '../../../shared/change-log/change-entry.ts';
import type { PlaceRecord } from '../../../shared/place/place-record.ts';
import { ConfirmDialog } from '../../form/confirm-dialog.tsx';
import { call } from '../../session/session-store.ts';
import { Differences } from '../case/differences.tsx';
import { ChangeItem } from '../parts/change-item.tsx';
import { LoadMore } from '../parts/load-more.tsx';
import { Unanswered } from '../parts/notice.tsx';
import { usePages } from '../state/use-pages.ts';
import { shortMomentWords } from '../words/moment-words.ts';
import { useWords } from '../words/use-words.ts';

/** What was done to a place, newest first; a place can be brought back to before a change. */
export function PlaceHistory({
  record,
  isBusy,
  onRestore,
}: {
  record: PlaceRecord;
  isBusy: boolean;
  onRestore: (change: string) => Promise<boolean>;
}) {
  const { words, language } = useWords();
  const [asked, setAsked] = useState<ChangeEntry | undefined>(undefined);
  const { id, version } = record;
  const pages = usePages(`${id}.${version}`, (cursor, signal) =>
    call('listPlaceChanges', { params: { id }, query: { cursor }, ...(signal && { signal }) }),
  );
  const changes = pages.value?.flatMap((page) => page.changes) ?? [];
  return (
    <section class="card">
      <h3>{words.place.history}</h3>
      <Unanswered answer={pages} rows={3} />
      {pages.value && changes.length === 0 && <p class="quiet">{words.place.noHistory}</p>}
      <ol class="changes">
        {changes.map((change) => (
          <ChangeItem
            key={change.id}
            change={change}
            onRestore={isBusy ? undefined : () => setAsked(change)}
          />
        ))}
      </ol>
      <LoadMore pages={pages} />
      {asked && (
        <ConfirmDialog
          title={words.place.restoreHeading}
          confirmLabel={words.place.restoreNow}
          onConfirm={async () => {
            await onRestore(asked.id);
            setAsked(undefined);
          }}
          onCancel={() => setAsked(undefined)}
        >
          <p>{words.place.restoreHint(shortMomentWords(asked.at, language))}</p>
          <Differences
            differences={asked.differences.map(({ field, before, after }) => ({
              field,
              ...(after !== undefined && { before: after }),
              ...(before !== undefined && { after: before }),
            }))}
          />
        </ConfirmDialog>
      )}
    </section>
  );
}
