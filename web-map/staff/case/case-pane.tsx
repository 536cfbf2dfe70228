import { useEffect, useRef, useState } from 'preact/hooks';
import type { Case } from '../../../shared/registration/case.ts';
import { call } from '../../session/session-store.ts';
import { useAction } from '../../ui/use-action.ts';
import { Failed, Refused, Skeleton } from '../parts/notice.tsx';
import type { Keys } from '../review/use-keys.ts';
import { close } from '../state/address.ts';
import { message } from '../state/page-state.ts';
import { useAnswer } from '../state/use-answer.ts';
import { useWords } from '../words/use-words.ts';
import { ApplicantHistory } from './applicant-history.tsx';
import { ApplicationSheet } from './application-sheet.tsx';
import { ApprovePanel } from './approve-panel.tsx';
import { CaseBar } from './case-bar.tsx';
import { CaseHeader } from './case-header.tsx';
import { CaseMap } from './case-map.tsx';
import { CasePhotos } from './case-photos.tsx';
import { ChecksList } from './checks-list.tsx';
import { Differences } from './differences.tsx';
import { doubtsOf } from './doubts.ts';
import { ReturnPanel } from './return-panel.tsx';

type Decision = Parameters<typeof call<'decideCase'>>[1]['body'];

/** Everything about one case, and what a reviewer does with it. */
export function CasePane({
  id,
  subdistrict,
  keys,
  onChanged,
  onNext,
}: {
  id: string;
  subdistrict: string;
  keys: Keys;
  onChanged: (next: Case) => void;
  onNext: (() => void) | undefined;
}) {
  const { words } = useWords();
  const answer = useAnswer(id, (signal) => call('getCase', { params: { id }, signal }));
  const action = useAction();
  const [panel, setPanel] = useState<'approve' | 'return' | undefined>(undefined);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = answer.value;

  useEffect(() => {
    if (shown) heading.current?.focus({ preventScroll: true });
  }, [shown?.id]);

  const reload = async () => {
    action.forget();
    setPanel(undefined);
    await answer.reload();
    if (shown) onChanged(shown);
  };
  /** Does something to the version that is on the screen; what the server answers is shown. */
  const write = async (act: (version: number) => Promise<Case>, done: string): Promise<boolean> => {
    if (!shown || action.isBusy) return false;
    const isDone = await action.run(async () => {
      const next = await act(shown.version);
      answer.replace(next);
      onChanged(next);
      message.value = done;
    });
    if (isDone) setPanel(undefined);
    return isDone;
  };
  const at = (version: number) => ({ params: { id }, ifMatch: version });
  const claim = () => write((version) => call('claimCase', at(version)), words.case.claimed);
  const release = () => write((version) => call('releaseCase', at(version)), words.case.released);
  const undo = () => write((version) => call('undoDecision', at(version)), words.case.undone);
  const decide = (body: Decision) =>
    write((version) => call('decideCase', { ...at(version), body }), words.case.decided[body.outcome]);
  const approve = () => {
    if (!shown?.actions.includes('approve')) return;
    if (doubtsOf(shown, words).length > 0) setPanel('approve');
    else void decide({ outcome: 'approved' });
  };
  const can = (wanted: Case['actions'][number]) => shown?.actions.includes(wanted) === true;
  const sendBack = can('reject') || can('request_changes') ? () => setPanel('return') : undefined;

  // Anew at every drawing, and gone with the case: a letter must never decide one that is no longer seen.
  useEffect(() => {
    keys.set('a', approve);
    keys.set('r', () => sendBack?.());
    keys.set('c', () => void (can('claim') ? claim() : can('release') && release()));
    return () => {
      for (const key of ['a', 'r', 'c']) keys.delete(key);
    };
  });

  if (answer.error !== undefined && !shown) return <Failed error={answer.error} onRetry={answer.reload} />;
  if (!shown) return <Skeleton rows={6} />;
  return (
    <article class="case">
      <CaseHeader
        shown={shown}
        heading={heading}
        isBusy={action.isBusy}
        onBack={() => close('case')}
        onClaim={can('claim') ? claim : undefined}
        onRelease={can('release') ? release : undefined}
      />
      <div class="case-body">
        <div class="case-main">
          <ChecksList shown={shown} />
          {shown.differences.length > 0 && (
            <section class="card">
              <h3>{words.case.differences[shown.kind === 'claim' ? 'claim' : 'change']}</h3>
              <Differences differences={shown.differences} />
            </section>
          )}
          <ApplicationSheet shown={shown} />
        </div>
        <div class="case-side">
          <CaseMap shown={shown} />
          <CasePhotos photos={shown.photos} />
          <ApplicantHistory shown={shown} />
        </div>
      </div>
      <div class="case-foot">
        {!panel && <Refused error={action.error} onReload={reload} />}
        <CaseBar
          shown={shown}
          isBusy={action.isBusy}
          onApprove={can('approve') ? approve : undefined}
          onReturn={sendBack}
          onUndo={can('undo') ? undo : undefined}
          onNext={onNext}
        />
      </div>
      {panel === 'approve' && (
        <ApprovePanel
          doubts={doubtsOf(shown, words)}
          action={action}
          onReload={reload}
          onApprove={() => decide({ outcome: 'approved' })}
          onClose={() => setPanel(undefined)}
        />
      )}
      {panel === 'return' && (
        <ReturnPanel
          shown={shown}
          subdistrict={subdistrict}
          action={action}
          onReload={reload}
          onDecide={decide}
          onClose={() => {
            action.forget();
            setPanel(undefined);
          }}
        />
      )}
    </article>
  );
}
