import { useState } from 'preact/hooks';
import { dayOfLocalDate, weekdayOfDay } from '../../../shared/calendar/shanghai-time.ts';
import { workingDaysBetween } from '../../../shared/calendar/working-days.ts';
import {
  REGISTRATION_KIND_WORDS,
  REGISTRATION_STATE_WORDS,
} from '../../../shared/labels/registration-words.ts';
import type { OwnRegistration } from '../../../shared/registration/registration.ts';
import { ConfirmDialog } from '../../form/confirm-dialog.tsx';
import type { Language } from '../../i18n/language.ts';
import { dateOfMomentPhrase, datePhrase, weekdayPhrase } from '../../i18n/phrases.ts';
import { call } from '../../session/session-store.ts';
import { ShellButton } from '../../session/shell-button.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { merchantWords } from '../merchant-words.ts';
import { say, sayError } from '../state/merchant-store.ts';
import { addressOfView, goTo } from '../state/page-view.ts';
import { holidays, today } from '../state/site.ts';
import { Notice, ViewTitle } from '../view-parts.tsx';
import { stepOfField, stepsOf } from './form-steps.ts';
import { fieldLabel } from './registration-form.tsx';

/** How a registration stands: what happened, what happens next and until when. */
export function StatusView({
  registration,
  onChanged,
}: {
  registration: OwnRegistration;
  onChanged: (registration: OwnRegistration) => void;
}) {
  const { words, language } = merchantWords();
  const [isWithdrawing, setWithdrawing] = useState(false);
  const { id, kind, state, application, place, decision, actions } = registration;
  const edit = (step = stepsOf(kind)[0]) => goTo({ at: 'registration', id, ...(step && { step }) });
  const withdraw = async () => {
    try {
      onChanged(await call('withdrawRegistration', { params: { id }, ifMatch: registration.version }));
      setWithdrawing(false);
      say(words.withdrawn);
    } catch (error) {
      sayError(error);
    }
  };
  const fields = state === 'needs_changes' ? (decision?.fields ?? []) : [];
  return (
    <>
      <ViewTitle back={{ at: 'home' }}>{application.name || words.unnamedShop}</ViewTitle>
      <div class="card">
        <p class="card-note">{REGISTRATION_KIND_WORDS[kind][language]}</p>
        <p class={`status-word status-${state}`}>{REGISTRATION_STATE_WORDS[state][language]}</p>
        <p class="status-text">{words.statusText[state]}</p>
        {state === 'submitted' && registration.dueOn && (
          <p class="status-due">
            <Icon id="calendar" />
            {words.answerBy(dayPhrase(registration.dueOn, language))}
            <small>{words.workingDaysLeft(workingDaysBetween(today(), registration.dueOn, holidays))}</small>
          </p>
        )}
        {decision?.reason && (state === 'needs_changes' || state === 'rejected') && (
          <Notice kind="warn" icon="warning">
            <strong>{words.reviewerSays}</strong>
            <p class="reason">{decision.reason}</p>
            {fields.length > 0 && (
              <ul class="missing-list">
                {fields.map((field) => (
                  <li key={field}>
                    <button type="button" class="text-button" onClick={() => edit(stepOfField(field))}>
                      {words.changeField(fieldLabel(field, language))}
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </Notice>
        )}
        <Timeline registration={registration} language={language} />
        <div class="card-buttons">
          {actions.includes('edit') && (
            <Button
              kind="primary"
              icon="pencil"
              onClick={() => edit(fields[0] ? stepOfField(fields[0]) : undefined)}
            >
              {state === 'needs_changes' ? words.goAndChange : words.goOnFilling}
            </Button>
          )}
          {state === 'approved' && place && (
            <a class="weui-btn weui-btn_primary" href={addressOfView({ at: 'place', id: place })}>
              {words.toMyPlace}
            </a>
          )}
          {actions.includes('withdraw') && (
            <Button onClick={() => setWithdrawing(true)}>
              {state === 'draft' ? words.discardDraft : words.withdraw}
            </Button>
          )}
        </div>
        {state === 'submitted' && (
          <ShellButton icon="bell" page="subscribe">
            {words.tellMeInShell}
          </ShellButton>
        )}
        {kind === 'change' && state !== 'approved' && <p class="field-hint">{words.oldVersionPublic}</p>}
      </div>
      {isWithdrawing && (
        <ConfirmDialog
          title={words.withdrawTitle}
          confirmLabel={state === 'draft' ? words.discardDraft : words.withdraw}
          isDanger
          onConfirm={withdraw}
          onCancel={() => setWithdrawing(false)}
        >
          <p>{words.withdrawText}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

const dayPhrase = (date: string, language: Language): string =>
  `${datePhrase(date, language)} ${weekdayPhrase(weekdayOfDay(dayOfLocalDate(date)), language)}`;

/** Filled in, handed in, looked at, on the map: where it is now. */
function Timeline({ registration, language }: { registration: OwnRegistration; language: Language }) {
  const { words } = merchantWords();
  const { state, createdAt, submittedAt, decision } = registration;
  const isDecided = state === 'approved' || state === 'rejected';
  const steps = [
    { label: words.timelineBegun, at: createdAt, isDone: true },
    {
      label: words.timelineSubmitted,
      at: submittedAt,
      isDone: submittedAt !== undefined && state !== 'draft',
    },
    { label: words.timelineReviewed, at: isDecided ? decision?.at : undefined, isDone: isDecided },
    { label: words.timelinePublished, at: undefined, isDone: state === 'approved' },
  ];
  return (
    <ol class="timeline">
      {steps.map(({ label, at, isDone }) => (
        <li key={label} class={isDone ? 'timeline-done' : ''}>
          {label}
          {isDone && at && <small>{dateOfMomentPhrase(at, language)}</small>}
          {isDone && <span class="visually-hidden">{words.done}</span>}
        </li>
      ))}
    </ol>
  );
}
