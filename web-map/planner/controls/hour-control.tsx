import { useId } from 'preact/hooks';
import { dayOfLocalDate, weekdayOfDay } from '../../../shared/calendar/shanghai-time.ts';
import { SwitchRow } from '../../form/switch-row.tsx';
import { datePhrase, weekdayPhrase } from '../../i18n/phrases.ts';
import { Segments } from '../parts/segments.tsx';
import { narrow, url } from '../state/address.ts';
import { askedDate } from '../state/question.ts';
import { DAYS } from '../state/url-state.ts';
import { useWords } from '../words/use-words.ts';
import { ControlHead } from './control-head.tsx';
import { Slider } from './slider.tsx';

/** The hour that is first shown when somebody turns the hours on: the one planners ask about. */
const FIRST_HOUR = 23;

/** Whether hours count, at which hour, on which sort of day. */
export function HourControl() {
  const { words, language } = useWords();
  const id = useId();
  const { hour, day } = url.value;
  const date = askedDate.value;
  const isOn = hour !== undefined;
  const said = isOn ? words.hour(hour) : words.ignoreHours;
  return (
    <div class="control">
      <ControlHead id={id} label={words.time} value={said} />
      <SwitchRow
        label={words.atHour}
        isOn={isOn}
        onChange={(next) => narrow({ hour: next ? FIRST_HOUR : undefined })}
      />
      <Slider
        id={id}
        min={0}
        max={24}
        step={1}
        value={hour ?? 12}
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
              `${datePhrase(date, language)} ${weekdayPhrase(weekdayOfDay(dayOfLocalDate(date)), language)}`,
            )}
          </p>
        </>
      )}
    </div>
  );
}
