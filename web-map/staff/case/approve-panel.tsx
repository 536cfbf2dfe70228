import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { Action } from '../../ui/use-action.ts';
import { Refused } from '../parts/notice.tsx';
import { useWords } from '../words/use-words.ts';

/** Asks once more where something speaks against an approval. */
export function ApprovePanel({
  doubts,
  action,
  onApprove,
  onReload,
  onClose,
}: {
  doubts: readonly string[];
  action: Action;
  onApprove: () => void;
  onReload: () => void;
  onClose: () => void;
}) {
  const { words } = useWords();
  return (
    <Panel
      title={words.approve.heading}
      closeLabel={words.close}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{words.approve.lookAgain}</Button>
          <Button kind="primary" isDisabled={action.isBusy} onClick={onApprove}>
            {words.approve.anyway}
          </Button>
        </>
      }
    >
      <p>{words.approve.doubts(doubts.length)}</p>
      <ul class="doubts">
        {doubts.map((doubt) => (
          <li key={doubt}>{doubt}</li>
        ))}
      </ul>
      <Refused error={action.error} onReload={onReload} />
    </Panel>
  );
}
