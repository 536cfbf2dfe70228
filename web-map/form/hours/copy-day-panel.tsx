import { useState } from 'preact/hooks';
import { weekdayPhrase } from '../../i18n/phrases.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Panel } from '../../ui/panel.tsx';
import { formWords } from '../form-words.ts';

const WEEK = [0, 1, 2, 3, 4, 5, 6];

/** Asks for the days that get the hours of one day. */
export function CopyDayPanel({
  day,
  onCopy,
  onClose,
}: {
  /** 0 is Monday. */
  day: number;
  onCopy: (days: number[]) => void;
  onClose: () => void;
}) {
  const { words, language } = formWords();
  const [days, setDays] = useState<number[]>([]);
  const others = WEEK.filter((each) => each !== day);
  const shortcuts = [
    { label: words.copyToAll, days: others },
    { label: words.mondayToFriday, days: others.filter((each) => each < 5) },
    { label: words.weekend, days: others.filter((each) => each >= 5) },
  ];
  return (
    <Panel
      title={words.copyDayTitle(weekdayPhrase(day, language))}
      closeLabel={words.close}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="primary" isDisabled={days.length === 0} onClick={() => onCopy(days)}>
            {words.copyNow}
          </Button>
        </>
      }
    >
      <div class="field-buttons">
        {shortcuts.map((shortcut) => (
          <Button key={shortcut.label} onClick={() => setDays(shortcut.days)}>
            {shortcut.label}
          </Button>
        ))}
      </div>
      <fieldset class="field">
        <legend class="field-label">{words.chooseDays}</legend>
        <div class="field-buttons">
          {others.map((each) => (
            <Chip
              key={each}
              isOn={days.includes(each)}
              onToggle={() =>
                setDays(days.includes(each) ? days.filter((other) => other !== each) : [...days, each])
              }
            >
              {weekdayPhrase(each, language)}
            </Chip>
          ))}
        </div>
      </fieldset>
    </Panel>
  );
}
