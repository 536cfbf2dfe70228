import type { PlaceRecord } from '../../../shared/place/place-record.ts';
import { Button } from '../../ui/button.tsx';
import { type Settle, SettleButtons } from '../parts/settle-buttons.tsx';
import { useWords } from '../words/use-words.ts';
import type { PlacePanel } from './place-pane.tsx';

/** What staff can do with a place, as its state allows. */
export function PlaceActions({
  record,
  isBusy,
  onVerify,
  onSettle,
  onResume,
  onEdit,
  onPanel,
}: {
  record: PlaceRecord;
  isBusy: boolean;
  onVerify: () => void;
  onSettle: Settle;
  onResume: () => void;
  onEdit: () => void;
  onPanel: (panel: PlacePanel) => void;
}) {
  const { words } = useWords();
  if (record.state === 'retired') return <p class="section-hint">{words.place.retiredHint}</p>;
  return (
    <>
      <div class="place-actions">
        <Button kind="primary" icon="check" isDisabled={isBusy} onClick={onVerify}>
          {words.work.verify}
        </Button>
        <Button icon="pencil" isDisabled={isBusy} onClick={onEdit}>
          {words.place.edit}
        </Button>
        {record.state === 'suspended' ? (
          <Button icon="play" isDisabled={isBusy} onClick={onResume}>
            {words.place.resume}
          </Button>
        ) : (
          <Button icon="pause" isDisabled={isBusy} onClick={() => onPanel('suspend')}>
            {words.place.suspend}
          </Button>
        )}
        <Button isDisabled={isBusy} onClick={() => onPanel('merge')}>
          {words.place.merge}
        </Button>
        <Button isDisabled={isBusy} onClick={() => onPanel('retire')}>
          {words.place.retire}
        </Button>
      </div>
      {record.openSigns > 0 && (
        <div class="notice-card">
          <p>{words.place.openSigns(record.openSigns)}</p>
          <div class="place-actions">
            <SettleButtons isBusy={isBusy} onSettle={onSettle} />
          </div>
        </div>
      )}
    </>
  );
}
