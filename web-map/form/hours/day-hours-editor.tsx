import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { DayHours } from '../../../shared/place/schedule.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { ChoiceField } from '../choice-field.tsx';
import { formWords } from '../form-words.ts';
import {
  canAdd,
  canBreak,
  closingTimes,
  openingTimes,
  usualHours,
  withAdded,
  withBreak,
  withClosing,
  withOpening,
  withoutInterval,
} from './day-times.ts';
import { timePhrase } from './hours-phrases.ts';
import { isAllDay } from './week-shape.ts';

type Mode = 'open' | 'all_day' | 'closed';

/**
 * The hours of one day, or of days set together: open in intervals, around the clock, or closed. `hours` is undefined
 * as long as nothing was said. What was set before is back when `open` is chosen again.
 */
export function DayHoursEditor({
  label,
  hours,
  error,
  onChange,
  children,
}: {
  label: string;
  hours: DayHours | undefined;
  error?: string | undefined;
  onChange: (hours: DayHours) => void;
  /** More buttons beside its own. */
  children?: ComponentChildren;
}) {
  const { words, language } = formWords();
  const mode = hours && modeOf(hours);
  const [before, setBefore] = useState<DayHours>([]);
  const choose = (next: Mode) => {
    if (hours && mode === 'open') setBefore(hours);
    if (next === 'closed') onChange([]);
    else if (next === 'all_day') onChange([[0, 1440]]);
    else onChange(before.length > 0 ? before : usualHours());
  };
  return (
    <div class="day-hours">
      <ChoiceField<Mode>
        label={label}
        error={error}
        value={mode}
        onChange={choose}
        choices={[
          { code: 'open', label: words.open },
          { code: 'all_day', label: words.allDay },
          { code: 'closed', label: words.closed },
        ]}
      />
      {hours && mode === 'open' && (
        <ol class="intervals">
          {hours.map(([from, to], index) => (
            <li key={`${index}-${hours.length}`}>
              <TimeSelect
                label={words.fromOf(label, index + 1)}
                times={openingTimes(from)}
                value={from}
                onChange={(next) => onChange(withOpening(hours, index, next))}
                write={(time) => timePhrase(time, language)}
              />
              <span aria-hidden="true">{words.to}</span>
              <TimeSelect
                label={words.toOf(label, index + 1)}
                times={closingTimes(from, to)}
                value={to}
                onChange={(next) => onChange(withClosing(hours, index, next))}
                write={(time) => timePhrase(time, language)}
              />
              {hours.length > 1 && (
                <IconButton
                  icon="trash"
                  label={words.removeInterval(label, index + 1)}
                  onClick={() => onChange(withoutInterval(hours, index))}
                />
              )}
            </li>
          ))}
        </ol>
      )}
      <div class="field-buttons">
        {hours && mode === 'open' && canBreak(hours) && (
          <Button onClick={() => onChange(withBreak(hours))}>{words.addBreak}</Button>
        )}
        {hours && mode === 'open' && canAdd(hours) && (
          <Button icon="plus" onClick={() => onChange(withAdded(hours))}>
            {words.addInterval}
          </Button>
        )}
        {children}
      </div>
    </div>
  );
}

const modeOf = (hours: DayHours): Mode => {
  if (hours.length === 0) return 'closed';
  return isAllDay(hours) ? 'all_day' : 'open';
};

/** The phone's own wheel of times, in 24 hours whatever the phone is set to. */
const TimeSelect = ({
  label,
  times,
  value,
  onChange,
  write,
}: {
  label: string;
  times: readonly number[];
  value: number;
  onChange: (time: number) => void;
  write: (time: number) => string;
}) => (
  <select
    class="field-input"
    aria-label={label}
    value={String(value)}
    onChange={(event) => onChange(Number(event.currentTarget.value))}
  >
    {times.map((time) => (
      <option key={time} value={String(time)}>
        {write(time)}
      </option>
    ))}
  </select>
);
