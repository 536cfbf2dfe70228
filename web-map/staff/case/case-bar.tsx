import type { Case } from '../../../shared/registration/case.ts';
import { Button } from '../../ui/button.tsx';
import { now } from '../state/page-state.ts';
import { shortMomentWords } from '../words/moment-words.ts';
import { personWords } from '../words/person-words.ts';
import { useWords } from '../words/use-words.ts';

/** What can be done with the case: decide it, or see how it was decided and take that back. */
export function CaseBar({
  shown,
  isBusy,
  onApprove,
  onReturn,
  onUndo,
  onNext,
}: {
  shown: Case;
  isBusy: boolean;
  onApprove: (() => void) | undefined;
  onReturn: (() => void) | undefined;
  onUndo: (() => void) | undefined;
  onNext: (() => void) | undefined;
}) {
  const { words, language } = useWords();
  const { decision } = shown;
  if (onApprove || onReturn)
    return (
      <div class="case-bar">
        {onApprove && (
          <Button kind="primary" icon="check" isDisabled={isBusy} onClick={onApprove}>
            {words.case.approve[shown.kind]}
          </Button>
        )}
        {onReturn && (
          <Button isDisabled={isBusy} onClick={onReturn}>
            {words.case.sendBack}
          </Button>
        )}
        <p class="key-help">{words.case.keys}</p>
      </div>
    );
  // The clock ticks once a minute and may stand before the decision.
  const from = decision && Math.max(now.value.getTime(), Date.parse(decision.at));
  const minutes = decision && from && Math.ceil((Date.parse(decision.undoUntil) - from) / 60_000);
  return (
    <div class="case-bar case-decided" role="status">
      <div class="case-outcome">
        {decision && (
          <p>
            <strong class={`state-word state-${decision.outcome}`}>
              {words.case.decided[decision.outcome]}
            </strong>{' '}
            <span class="quiet">
              {words.case.decidedBy(personWords(decision.by, words), shortMomentWords(decision.at, language))}
            </span>
          </p>
        )}
        {!decision && shown.claimedBy && !shown.claimedByMe && (
          <p>{words.case.inOtherHands(personWords(shown.claimedBy, words))}</p>
        )}
        {decision?.reason && <p class="quiet">{decision.reason}</p>}
      </div>
      {onUndo && minutes !== undefined && minutes > 0 && (
        <Button icon="refresh" isDisabled={isBusy} onClick={onUndo}>
          {words.case.undo(minutes)}
        </Button>
      )}
      {onNext && (
        <Button kind="primary" onClick={onNext}>
          {words.case.next}
        </Button>
      )}
    </div>
  );
}
