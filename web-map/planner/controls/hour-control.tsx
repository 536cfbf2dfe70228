import { useEffect, useId, useState } from 'preact/hooks';
import { dayOfLocalDate, minuteOfDay, weekdayOfDay } from '../../../shared/calendar/shanghai-time.ts';
import { SwitchRow } from '../../form/switch-row.tsx';
import { datePhrase, weekdayPhrase } from '../../i18n/phrases.ts';
import { Segments } from '../parts/segments.tsx';
import { narrow, url } from '../state/address.ts';
import { now } from '../state/page-state.ts';
import { askedDate } from '../state/question.ts';
import { DAYS } from '../state/url-state.ts';
import { useWords } from '../words/use-words.ts';
import { ControlHead } from './control-head.tsx';
import { Slider } from './slider.tsx';

/** Whether hours count, at which hour, on which sort of day. */
export function HourControl() {
  const { words, language } = useWords();
  const id = useId();
  const { hour, day } = url.value;
  const date = askedDate.value;
  const isOn = hour !== undefined;
  /** Where the line stands while hours are ignored: where it was left, at first at the present hour. */
  const [resting, setResting] = useState(() => Math.floor(minuteOfDay(now.peek()) / 60));
  useEffect(() => {
    if (hour !== undefined) setResting(hour);
  }, [hour]);
  const said = isOn ? words.hour(hour) : words.ignoreHours;
  return (
    <div class="control">
      <ControlHead id={id} label={words.time} value={said} />
      <SwitchRow
        label={words.atHour}
        isOn={isOn}
        onChange={(next) => narrow({ hour: next ? resting : undefined })}
      />
      <Slider
        id={id}
        min={0}
        max={24}
        step={1}
        value={hour ?? resting}
        isOff={!isOn}
        text={said}
        onChange={(hour) => narrow({ hour })}
      />
      <p class="hour-ticks" aria-hidden="true">
        {[0, 6, 12, 18, 24].map((tick) => (
          <span key={tick}>{tick}</span>
        ))}
      </p>
      {isOn && (
        <>
          <Segments
            label={words.time}
            options={DAYS.map((code) => ({ code, word: words.days[code] }))}
            chosen={day}
            onChoose={(code) => narrow({ day: code })}
          />
          <p class="control-hint">
            {words.dayIs(
              datePhrase(date, language),
              weekdayPhrase(weekdayOfDay(dayOfLocalDate(date)), language),
            )}
          </p>
        </>
      )}
    </div>
  );
}
