import { useId } from 'preact/hooks';
import { mostMinutes, SPEEDS, type Speed } from '../../../shared/coverage/reach.ts';
import { numbersOf } from '../engine/planner-engine.ts';
import { Segments } from '../parts/segments.tsx';
import { narrow, url } from '../state/address.ts';
import { askedMinutes } from '../state/asked-reach.ts';
import { before } from '../state/result-store.ts';
import { standardPhrase } from '../words/phrases.ts';
import { useWords } from '../words/use-words.ts';
import { ControlHead } from './control-head.tsx';
import { Slider } from './slider.tsx';

type By = 'standard' | 'meters' | 'minutes';

const FIRST_METERS = 500;
const FIRST_MINUTES = 15;
const MOST_OFFERED_MINUTES = 30;

/** How far counts as within reach: what the standard says, or metres, or minutes at a speed. */
export function ReachControl() {
  const { words, language } = useWords();
  const id = useId();
  const { meters, speed, class: chosen } = url.value;
  const minutes = askedMinutes.value;
  const by: By = minutes !== undefined ? 'minutes' : meters !== undefined ? 'meters' : 'standard';
  const said =
    minutes !== undefined ? words.minutes(minutes) : meters !== undefined ? words.meters(meters) : undefined;
  const numbers = before.value && numbersOf(before.value, chosen);
  return (
    <div class="control">
      <ControlHead id={id} label={words.reach} value={said} />
      <Segments<By>
        label={words.reach}
        options={(['standard', 'meters', 'minutes'] as const).map((code) => ({
          code,
          word: words.reachBy[code],
        }))}
        chosen={by}
        onChoose={(code) =>
          narrow({
            meters: code === 'meters' ? (numbers ? Math.round(numbers.meters) : FIRST_METERS) : undefined,
            minutes: code === 'minutes' ? FIRST_MINUTES : undefined,
          })
        }
      />
      {by === 'standard' && numbers && (
        <p class="control-hint">{standardPhrase(numbers.standards, language)}</p>
      )}
      {by === 'meters' && (
        <Slider
          id={id}
          min={100}
          max={2000}
          step={50}
          value={meters}
          onChange={(meters) => narrow({ meters })}
        />
      )}
      {minutes !== undefined && (
        <>
          <Slider
            id={id}
            min={1}
            max={Math.min(MOST_OFFERED_MINUTES, mostMinutes(speed))}
            step={1}
            value={minutes}
            onChange={(minutes) => narrow({ minutes })}
          />
          <Segments<Speed>
            label={words.speed}
            options={(Object.keys(SPEEDS) as Speed[]).map((code) => ({ code, word: words.speeds[code] }))}
            chosen={speed}
            onChoose={(code) => narrow({ speed: code })}
          />
          <p class="control-hint">
            {words.speedHint(SPEEDS[speed])}
            {words.comma}
            {words.minutesReach(minutes * SPEEDS[speed])}
          </p>
        </>
      )}
    </div>
  );
}
