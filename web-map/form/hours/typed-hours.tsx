import { useState } from 'preact/hooks';
import { REFUSAL_WORDS } from '../../../shared/labels/opening-hours-words.ts';
import { readChineseHours } from '../../../shared/place/chinese-hours.ts';
import type { Schedule } from '../../../shared/place/schedule.ts';
import { Button } from '../../ui/button.tsx';
import { formWords } from '../form-words.ts';
import { TextArea } from '../text-area.tsx';

/** Hours that somebody has in writing, read into the editor; what cannot be read is said with its place. */
export function TypedHours({ onRead }: { onRead: (schedule: Schedule) => void }) {
  const { words, language } = formWords();
  const [text, setText] = useState('');
  const [error, setError] = useState<string | undefined>();
  const [isTaken, setTaken] = useState(false);
  const read = () => {
    const result = readChineseHours(text);
    setTaken('schedule' in result);
    if ('schedule' in result) {
      setError(undefined);
      onRead(result.schedule);
    } else {
      const { code, at } = result.refused;
      setError(words.typedRefused(text.slice(at, at + 8).trim(), REFUSAL_WORDS[code][language]));
    }
  };
  return (
    <details class="typed-hours">
      <summary>{words.typedLabel}</summary>
      <TextArea
        label={words.typedField}
        hint={words.typedHint}
        error={error}
        value={text}
        onChange={(next) => {
          setText(next);
          setTaken(false);
        }}
      />
      <Button isDisabled={text.trim() === ''} onClick={read}>
        {words.typedRead}
      </Button>
      <p class="field-hint" role="status">
        {isTaken && words.typedTaken}
      </p>
    </details>
  );
}
