import { useState } from 'preact/hooks';
import type { PlaceRecord } from '../../../shared/place/place-record.ts';
import { ConfirmDialog } from '../../form/confirm-dialog.tsx';
import { TextArea } from '../../form/text-area.tsx';
import { TextField } from '../../form/text-field.tsx';
import { call } from '../../session/session-store.ts';
import { merchantWords } from '../merchant-words.ts';
import { places, say, sayError } from '../state/merchant-store.ts';
import { goTo } from '../state/page-view.ts';

/** Takes a place off the map for good: asks why, then asks again for the name of the shop. */
export function LeaveDialog({ place, onCancel }: { place: PlaceRecord; onCancel: () => void }) {
  const { words } = merchantWords();
  const [reason, setReason] = useState('');
  const [isSure, setSure] = useState(false);
  const [name, setName] = useState('');
  const leave = async () => {
    try {
      await call('leaveMap', {
        params: { id: place.id },
        ifMatch: place.version,
        body: { reason: reason.trim() },
      });
      await places.load();
      say(words.left);
      goTo({ at: 'home' }, { replace: true });
    } catch (error) {
      sayError(error);
    }
  };
  if (!isSure)
    return (
      <ConfirmDialog
        title={words.leaveTitle}
        confirmLabel={words.goOn}
        isBlocked={reason.trim() === ''}
        onConfirm={() => setSure(true)}
        onCancel={onCancel}
      >
        <p>{words.leaveText}</p>
        <TextArea label={words.leaveReason} value={reason} maxLength={200} rows={2} onChange={setReason} />
      </ConfirmDialog>
    );
  return (
    <ConfirmDialog
      key="sure"
      title={words.leaveSureTitle(place.name)}
      confirmLabel={words.leaveNow}
      cancelLabel={words.stay}
      isDanger
      isBlocked={name.trim() !== place.name.trim()}
      onConfirm={leave}
      onCancel={onCancel}
    >
      <p>{words.leaveSureText}</p>
      <TextField label={words.typeName(place.name)} value={name} onChange={setName} />
    </ConfirmDialog>
  );
}
