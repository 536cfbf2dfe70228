import { useState } from 'preact/hooks';
import { checkSchedule } from '../../../shared/place/check-schedule.ts';
import type { HolidayPolicy, Schedule, Week } from '../../../shared/place/schedule.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceField } from '../choice-field.tsx';
import { formWords } from '../form-words.ts';
import { CopyDayPanel } from './copy-day-panel.tsx';
import { DayHoursEditor } from './day-hours-editor.tsx';
import { ExceptionsEditor } from './exceptions-editor.tsx';
import { daysPhrase } from './hours-phrases.ts';
import { TypedHours } from './typed-hours.tsx';
import { EMPTY_SCHEDULE, GROUPS, inShape, shapeOf, type WeekShape, withDays } from './week-shape.ts';

/**
 * Opening hours as a `Schedule`: the week (same every day, weekend apart, day by day with copying), several intervals
 * and nights into the next day, public holidays, dated exceptions, and text that is read. Seasons that were there stay
 * untouched. What cannot be meant (`checkSchedule`) is said beside its day; whoever saves checks too.
 *
 * `value` is undefined as long as nothing was said. `today` (`2026-11-20`) is where added exceptions start.
 */
export function HoursEditor({
  value,
  onChange,
  today,
  error,
}: {
  value: Schedule | undefined;
  onChange: (value: Schedule) => void;
  today: string;
  /** What is wrong with all of it, as a server or a missing list says. */
  error?: string | undefined;
}) {
  const { words, language } = formWords();
  const schedule = value ?? EMPTY_SCHEDULE;
  const [chosenShape, setShape] = useState<WeekShape | undefined>();
  const [before, remember] = useState<Week | undefined>();
  const [copied, setCopied] = useState<number | undefined>();
  // A week that is no longer alike shows itself in full, whatever was chosen.
  const coarsest = shapeOf(schedule.week);
  const shape = wider(chosenShape ?? coarsest, coarsest);
  const problems = checkSchedule(schedule);
  const problemOf = (days: readonly number[]) =>
    problems.find(({ path }) => path[0] === 'week' && days.includes(path[1] as number));
  const holidayProblem = problems.find(({ path }) => path[0] === 'publicHolidays');
  return (
    <div class="hours-editor">
      <ChoiceField<WeekShape>
        label={words.howAlike}
        error={error}
        value={shape}
        onChange={(next) => {
          setShape(next);
          if (!value) return;
          // Days made alike by a slip come back as they were, as long as nothing else was changed.
          const isSlip = before && isSame(inShape(before, shape), value.week);
          if (!isSlip) remember(value.week);
          onChange({ ...value, week: inShape(isSlip ? before : value.week, next) });
        }}
        choices={[
          { code: 'same', label: words.sameEveryDay },
          { code: 'weekend', label: words.weekdaysAndWeekend },
          { code: 'each', label: words.eachDay },
        ]}
      />
      {GROUPS[shape].map((days) => {
        const problem = problemOf(days);
        const label = daysPhrase(days, language);
        return (
          <div class="hours-group" key={days.join()}>
            <DayHoursEditor
              label={label}
              hours={value && schedule.week[days[0] as number]}
              error={problem && words.problem[problem.code]}
              onChange={(hours) => onChange({ ...schedule, week: withDays(schedule.week, days, hours) })}
            >
              {value && shape === 'each' && (
                <Button icon="copy" onClick={() => setCopied(days[0])}>
                  {words.copyDay}
                </Button>
              )}
            </DayHoursEditor>
          </div>
        );
      })}
      <Holidays
        policy={schedule.publicHolidays}
        error={holidayProblem && words.problem[holidayProblem.code]}
        onChange={(publicHolidays) => onChange({ ...schedule, publicHolidays })}
      />
      <ExceptionsEditor
        exceptions={schedule.exceptions ?? []}
        problems={problems}
        today={today}
        onChange={(exceptions) => {
          const { exceptions: _, ...rest } = schedule;
          onChange(exceptions.length > 0 ? { ...rest, exceptions } : rest);
        }}
      />
      {schedule.seasons && <p class="field-hint">{words.seasonsKept}</p>}
      <TypedHours
        onRead={(read) => {
          setShape(undefined);
          onChange({ ...schedule, week: read.week, publicHolidays: read.publicHolidays });
        }}
      />
      {copied !== undefined && (
        <CopyDayPanel
          day={copied}
          onClose={() => setCopied(undefined)}
          onCopy={(days) => {
            onChange({ ...schedule, week: withDays(schedule.week, days, schedule.week[copied] ?? []) });
            setShape('each');
            setCopied(undefined);
          }}
        />
      )}
    </div>
  );
}

const ORDER: readonly WeekShape[] = ['same', 'weekend', 'each'];

const wider = (left: WeekShape, right: WeekShape): WeekShape =>
  ORDER.indexOf(left) >= ORDER.indexOf(right) ? left : right;

const isSame = (left: Week, right: Week): boolean => JSON.stringify(left) === JSON.stringify(right);

type PolicyCode = 'same_as_sunday' | 'closed' | 'own' | 'unknown';

function Holidays({
  policy,
  error,
  onChange,
}: {
  policy: HolidayPolicy;
  error: string | undefined;
  onChange: (policy: HolidayPolicy) => void;
}) {
  const { words } = formWords();
  return (
    <>
      <ChoiceField<PolicyCode>
        label={words.holidaysLabel}
        hint={policy === 'unknown' ? words.holidaysUnknownHint : words.holidaysHint}
        value={typeof policy === 'object' ? 'own' : policy}
        onChange={(code) => onChange(code === 'own' ? { hours: [[600, 1200]] } : code)}
        choices={[
          { code: 'same_as_sunday', label: words.likeSunday },
          { code: 'closed', label: words.holidaysClosed },
          { code: 'own', label: words.holidaysOwn },
          { code: 'unknown', label: words.holidaysUnknown },
        ]}
      />
      {typeof policy === 'object' && (
        <div class="hours-group">
          <DayHoursEditor
            label={words.holidaysDay}
            hours={policy.hours}
            error={error}
            onChange={(hours) => onChange({ hours })}
          />
        </div>
      )}
    </>
  );
}
