import { useState } from 'preact/hooks';
import { dayOfLocalDate, localDateOfDay, momentOfLocalDate } from '../../../shared/calendar/shanghai-time.ts';
import { ChoiceField } from '../../form/choice-field.tsx';
import { ConfirmDialog } from '../../form/confirm-dialog.tsx';
import { TextField } from '../../form/text-field.tsx';
import { merchantWords } from '../merchant-words.ts';
import { today } from '../state/site.ts';

/** A pause lasts at most this many days; what is closed for longer leaves the map. */
const MOST_DAYS = 180;

/** Asks why a place is closed for a while, and the day on which it opens again. */
export function PauseDialog({
  onPause,
  onCancel,
}: {
  /** `until` is the moment, ISO, at which that day begins. */
  onPause: (reason: string, until: string) => Promise<void>;
  onCancel: () => void;
}) {
  const { words } = merchantWords();
  const day = dayOfLocalDate(today());
  const [date, setDate] = useState(localDateOfDay(day + 7));
  const [chosen, setChosen] = useState(words.pauseReasons[0] as string);
  const [own, setOwn] = useState('');
  const reason = chosen === words.otherReason ? own.trim() : chosen;
  const isLater = date > today() && dayOfLocalDate(date) <= day + MOST_DAYS;
  return (
    <ConfirmDialog
      title={words.pauseTitle}
      confirmLabel={words.pauseNow}
      isBlocked={!isLater || reason === ''}
      onConfirm={() => onPause(reason, momentOfLocalDate(date).toISOString())}
      onCancel={onCancel}
    >
      <p>{words.pauseText}</p>
      <ChoiceField<string>
        label={words.pauseReason}
        value={chosen}
        onChange={setChosen}
        choices={[...words.pauseReasons, words.otherReason].map((code) => ({ code, label: code }))}
      />
      {chosen === words.otherReason && (
        <TextField label={words.ownReason} value={own} maxLength={100} onChange={setOwn} />
      )}
      <TextField
        type="date"
        label={words.pauseUntil}
        value={date}
        error={isLater ? undefined : words.pauseUntilWrong}
        onChange={setDate}
      />
    </ConfirmDialog>
  );
}
