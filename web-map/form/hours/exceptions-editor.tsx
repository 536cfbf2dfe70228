import type { ScheduleProblem } from '../../../shared/place/check-schedule.ts';
import type { ScheduleException } from '../../../shared/place/schedule.ts';
import { Button } from '../../ui/button.tsx';
import { formWords } from '../form-words.ts';
import { TextField } from '../text-field.tsx';
import { DayHoursEditor } from './day-hours-editor.tsx';

/** Days that differ from the week, each with its first and last date, its hours and a reason for people to read. */
export function ExceptionsEditor({
  exceptions,
  problems,
  today,
  onChange,
}: {
  exceptions: readonly ScheduleException[];
  /** Of the whole schedule; those of exceptions are shown. */
  problems: readonly ScheduleProblem[];
  today: string;
  onChange: (exceptions: ScheduleException[]) => void;
}) {
  const { words } = formWords();
  const change = (index: number, part: Partial<ScheduleException>) =>
    onChange(exceptions.map((exception, at) => (at === index ? { ...exception, ...part } : exception)));
  const errorOf = (index: number, isOfHours: boolean) => {
    const problem = problems.find(
      ({ path }) => path[0] === 'exceptions' && path[1] === index && (path[2] === 'hours') === isOfHours,
    );
    return problem && words.problem[problem.code];
  };
  return (
    <fieldset class="field">
      <legend class="field-label">{words.exceptionsLabel}</legend>
      <p class="field-hint">{words.exceptionsHint}</p>
      {exceptions.map(({ from, to, hours, reason }, index) => (
        <fieldset class="hours-group" key={`${index}-${exceptions.length}`}>
          <legend class="visually-hidden">{words.exceptionNumber(index + 1)}</legend>
          <div class="field-pair">
            <TextField
              type="date"
              label={words.firstDay}
              value={from}
              error={errorOf(index, false)}
              onChange={(next) => next && change(index, { from: next, to: next > to ? next : to })}
            />
            <TextField
              type="date"
              label={words.lastDay}
              value={to}
              onChange={(next) => next && change(index, { to: next })}
            />
          </div>
          <TextField
            label={words.reason}
            value={reason}
            maxLength={100}
            onChange={(next) => change(index, { reason: next })}
            onBlur={() => reason.trim() === '' && change(index, { reason: words.reasonDefault })}
          />
          <DayHoursEditor
            label={words.thatDay}
            hours={hours}
            error={errorOf(index, true)}
            onChange={(next) => change(index, { hours: next })}
          />
          <Button icon="trash" onClick={() => onChange(exceptions.filter((_, at) => at !== index))}>
            {words.removeException}
          </Button>
        </fieldset>
      ))}
      {exceptions.length < 60 && (
        <Button
          icon="plus"
          onClick={() =>
            onChange([...exceptions, { from: today, to: today, hours: [], reason: words.reasonDefault }])
          }
        >
          {words.addException}
        </Button>
      )}
    </fieldset>
  );
}
