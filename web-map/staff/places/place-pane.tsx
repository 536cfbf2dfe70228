import { useEffect, useRef, useState } from 'preact/hooks';
import type { PlaceRecord } from '../../../shared/place/place-record.ts';
import { call } from '../../session/session-store.ts';
import { useAction } from '../../ui/use-action.ts';
import { Failed, Refused, Skeleton } from '../parts/notice.tsx';
import { close } from '../state/address.ts';
import { message } from '../state/page-state.ts';
import { useAnswer } from '../state/use-answer.ts';
import { useWords } from '../words/use-words.ts';
import { EditPlace } from './edit-place.tsx';
import { MergePanel } from './merge-panel.tsx';
import { PlaceActions } from './place-actions.tsx';
import { PlaceFacts } from './place-facts.tsx';
import { PlaceHeader } from './place-header.tsx';
import { PlaceHistory } from './place-history.tsx';
import { RetirePanel } from './retire-panel.tsx';
import { SuspendPanel } from './suspend-panel.tsx';

export type PlacePanel = 'suspend' | 'retire' | 'merge';

/** One place as staff see it: what is known, what can be done, what was done. */
export function PlacePane({ id, onChanged }: { id: string; onChanged: (record: PlaceRecord) => void }) {
  const { words } = useWords();
  const answer = useAnswer(id, (signal) => call('getPlaceRecord', { params: { id }, signal }));
  const action = useAction();
  const [panel, setPanel] = useState<PlacePanel | undefined>(undefined);
  const [isEditing, setEditing] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const record = answer.value;

  useEffect(() => {
    if (record) heading.current?.focus({ preventScroll: true });
  }, [record?.id, isEditing]);

  const reload = async () => {
    action.forget();
    setPanel(undefined);
    await answer.reload();
  };
  const shut = () => {
    action.forget();
    setPanel(undefined);
  };
  /** Does something to the version on the screen; what the server answers is shown. */
  const write = async (act: (version: number) => Promise<PlaceRecord>, done: string): Promise<boolean> => {
    if (!record || action.isBusy) return false;
    const isDone = await action.run(async () => {
      const next = await act(record.version);
      answer.replace(next);
      onChanged(next);
      message.value = done;
    });
    if (isDone) {
      setPanel(undefined);
      setEditing(false);
    }
    return isDone;
  };
  const at = (version: number) => ({ params: { id }, ifMatch: version });

  if (answer.error !== undefined && !record)
    return <Failed error={answer.error} onRetry={() => void answer.reload()} />;
  if (!record) return <Skeleton rows={6} />;
  if (isEditing) {
    return (
      <EditPlace
        record={record}
        action={action}
        onSave={(body) =>
          write((version) => call('updatePlace', { ...at(version), body }), words.place.saved)
        }
        onReload={() => void reload()}
        onClose={() => {
          action.forget();
          setEditing(false);
        }}
      />
    );
  }
  return (
    <article class="case">
      <PlaceHeader record={record} heading={heading} onBack={() => close('place')} />
      <PlaceActions
        record={record}
        isBusy={action.isBusy}
        onVerify={() =>
          write((version) => call('verifyPlace', at(version)), words.work.verified(record.name))
        }
        onSettle={(outcome) =>
          write(
            () => call('settleConfirmations', { params: { id }, body: { outcome } }),
            words.work.settled[outcome](record.name),
          )
        }
        onResume={() => write((version) => call('resumePlace', at(version)), words.place.resumed)}
        onEdit={() => setEditing(true)}
        onPanel={setPanel}
      />
      {!panel && <Refused error={action.error} onReload={() => void reload()} />}
      <div class="case-body">
        <div class="case-main">
          <PlaceFacts record={record} />
        </div>
        <div class="case-side">
          <PlaceHistory
            record={record}
            isBusy={action.isBusy}
            onRestore={(change) =>
              write(
                (version) => call('restorePlace', { ...at(version), body: { change } }),
                words.place.restored,
              )
            }
          />
        </div>
      </div>
      {panel === 'suspend' && (
        <SuspendPanel
          action={action}
          onReload={() => void reload()}
          onSuspend={(body) =>
            write((version) => call('suspendPlace', { ...at(version), body }), words.place.suspended)
          }
          onClose={shut}
        />
      )}
      {panel === 'retire' && (
        <RetirePanel
          name={record.name}
          action={action}
          onReload={() => void reload()}
          onRetire={(reason) =>
            write((version) => call('retirePlace', { ...at(version), body: { reason } }), words.place.retired)
          }
          onClose={shut}
        />
      )}
      {panel === 'merge' && (
        <MergePanel
          record={record}
          action={action}
          onReload={() => void reload()}
          onMerge={(body) =>
            write((version) => call('mergePlace', { ...at(version), body }), words.place.merged)
          }
          onClose={shut}
        />
      )}
    </article>
  );
}
