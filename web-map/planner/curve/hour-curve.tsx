import { Skeleton } from '../parts/notice.tsx';
import { narrow, url } from '../state/address.ts';
import { curveAfter, curveBefore } from '../state/result-store.ts';
import { classWord, sharePhrase } from '../words/phrases.ts';
import { useWords } from '../words/use-words.ts';

const WIDTH = 384;
const HEIGHT = 118;
const LEFT = 34;
const BOTTOM = 20;
const TOP = 6;
const RIGHT = 8;

const xOf = (hour: number): number => LEFT + (hour / 24) * (WIDTH - LEFT - RIGHT);
const yOf = (share: number): number => TOP + (1 - share) * (HEIGHT - TOP - BOTTOM);

/** Hours are whole: what holds at 22:00 holds until 23:00, so the line goes in steps. */
const stepsOf = (curve: readonly number[]): string =>
  curve
    .map((share, hour) => `${hour === 0 ? 'M' : 'H'}${xOf(hour)}${hour === 0 ? ' ' : 'V'}${yOf(share)}`)
    .join('');

/** How coverage rises and falls with the opening hours of a day. A press on an hour asks about it. */
export function HourCurve() {
  const { words, language } = useWords();
  const before = curveBefore.value;
  const after = curveAfter.value;
  const { hour, class: code, view } = url.value;
  const word = classWord(code, language);
  return (
    <section class="block">
      <h2>{words.curve.heading(word)}</h2>
      {before ? (
        <>
          <div class="curve-head">
            <p class="block-hint">{summaryOf(before)}</p>
            {!isFlat(before) && (
              <button type="button" class="chip" onClick={() => narrow({ hour: worstHourOf(before) })}>
                {words.curve.showWorst(words.hour(worstHourOf(before)))}
              </button>
            )}
          </div>
          <svg
            class="curve"
            viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
            role="img"
            aria-label={`${words.curve.chart(word)}。${summaryOf(before)}`}
          >
            {[0, 0.5, 1].map((share) => (
              <g key={share}>
                <line class="curve-grid" x1={LEFT} x2={WIDTH - RIGHT} y1={yOf(share)} y2={yOf(share)} />
                <text class="curve-text" x={LEFT - 5} y={yOf(share) + 4} text-anchor="end">
                  {share * 100}%
                </text>
              </g>
            ))}
            {[0, 6, 12, 18, 24].map((tick) => (
              <text key={tick} class="curve-text" x={xOf(tick)} y={HEIGHT - 4} text-anchor="middle">
                {tick}
              </text>
            ))}
            <path class="curve-area" d={`${stepsOf(before)}V${yOf(0)}H${xOf(0)}Z`} />
            <path class="curve-line" d={stepsOf(before)} />
            {after && <path class="curve-line curve-after" d={stepsOf(after)} />}
            {hour !== undefined && (
              <>
                <line class="curve-now" x1={xOf(hour)} x2={xOf(hour)} y1={TOP} y2={yOf(0)} />
                <circle
                  class="curve-dot"
                  cx={xOf(hour)}
                  cy={yOf(((view === 'scenario' && after) || before)[hour] ?? 0)}
                  r="4.5"
                />
              </>
            )}
            {before.map((_, each) => (
              // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut, the slider does the same
              <rect
                key={each}
                class="curve-press"
                x={xOf(each - 0.5)}
                y={TOP}
                width={(WIDTH - LEFT - RIGHT) / 24}
                height={HEIGHT - TOP}
                onClick={() => narrow({ hour: each })}
              />
            ))}
          </svg>
          {after && (
            <p class="curve-key">
              <span class="key-line" /> {words.curve.before} <span class="key-line key-after" />{' '}
              {words.curve.after}
            </p>
          )}
        </>
      ) : (
        <Skeleton rows={3} />
      )}
    </section>
  );

  function summaryOf(curve: readonly number[]): string {
    // The last hour is the first of the next day.
    const day = curve.slice(0, 24);
    const [best, worst] = [Math.max(...day), Math.min(...day)];
    if (isFlat(curve)) return words.curve.same(sharePhrase(best));
    return words.curve.summary(
      sharePhrase(best),
      words.hour(day.indexOf(best)),
      sharePhrase(worst),
      words.hour(worstHourOf(curve)),
    );
  }
}

/** Whether the hours make no difference that is shown. */
const isFlat = (curve: readonly number[]): boolean =>
  new Set(curve.slice(0, 24).map((share) => sharePhrase(share))).size === 1;

/** The first of the hours at which least is covered. The last of the curve is the first of the next day. */
const worstHourOf = (curve: readonly number[]): number => curve.indexOf(Math.min(...curve.slice(0, 24)));
