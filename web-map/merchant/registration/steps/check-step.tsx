import { useEffect, useMemo, useState } from 'preact/hooks';
import { APPLICATION_FIELD_WORDS } from '../../../../shared/labels/registration-words.ts';
import type { OwnRegistration } from '../../../../shared/registration/registration.ts';
import { TextArea } from '../../../form/text-area.tsx';
import { call } from '../../../session/session-store.ts';
import { Button } from '../../../ui/button.tsx';
import { merchantWords } from '../../merchant-words.ts';
import { errorSentence, isRefusedAs } from '../../state/error-sentence.ts';
import { createLoader } from '../../state/loaded.ts';
import { places, say } from '../../state/merchant-store.ts';
import { goTo } from '../../state/page-view.ts';
import { Notice } from '../../view-parts.tsx';
import { answerPhrase } from '../answer-phrases.ts';
import { fieldsOfStep, stepOfField, stepsOf } from '../form-steps.ts';
import { askedFields, fieldLabel, type StepProps } from '../registration-form.tsx';
import { SuspectList } from './suspect-list.tsx';

/** All answers to read over, what is missing, places that may be the same, and handing in. */
export function CheckStep({
  store,
  errorOf,
  onGo,
  onSubmitted,
}: StepProps & { onGo: (step: string) => void; onSubmitted: (registration: OwnRegistration) => void }) {
  const { words, language } = merchantWords();
  const registration = store.registration.value;
  const answers = store.answers.value;
  const [isOther, setOther] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const loader = useMemo(
    () =>
      createLoader(async () => (await call('listSuspects', { params: { id: registration.id } })).suspects),
    [],
  );
  const suspects = loader.state.value.value ?? [];
  const refresh = async () => {
    await store.flush();
    await loader.load();
  };
  useEffect(() => void refresh(), []);

  const submit = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await store.flush();
      const submitted = await call('submitRegistration', {
        params: { id: registration.id },
        ifMatch: store.registration.peek().version,
        body: { notADouble: isOther },
      });
      store.registration.value = submitted;
      onSubmitted(submitted);
      void places.load();
      say(words.submitted);
      goTo({ at: 'registration', id: registration.id }, { replace: true });
    } catch (problem) {
      setError(problem);
      if (isRefusedAs(problem, 'possible_double') || isRefusedAs(problem, 'licence_registered'))
        await loader.load();
    } finally {
      setBusy(false);
    }
  };
  const asked = askedFields(registration);
  const { missing } = registration;
  const mustChoose = suspects.length > 0 && !isOther;
  return (
    <>
      {missing.length > 0 && (
        <Notice kind="warn" icon="warning">
          <strong>{words.missingHeading}</strong>
          <ul class="missing-list">
            {missing.map((field) => (
              <li key={field}>
                <button type="button" class="text-button" onClick={() => onGo(stepOfField(field))}>
                  {fieldLabel(field, language)}
                </button>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {suspects.length > 0 && (
        <SuspectList suspects={suspects} isOther={isOther} onOther={setOther} kind={registration.kind} />
      )}
      {stepsOf(registration.kind)
        .filter((id) => id !== 'check')
        .map((id) => (
          <section class="review-group" key={id} aria-label={words.steps[id]}>
            <div class="review-head">
              <h2>{words.steps[id]}</h2>
              <button
                type="button"
                class="text-button"
                aria-label={words.editStep(words.steps[id])}
                onClick={() => onGo(id)}
              >
                {words.edit}
              </button>
            </div>
            <dl class="review-list">
              {fieldsOfStep(id).map((name) => {
                const masked = maskedOf(name, registration);
                const text = answerPhrase(name, answers, language) ?? masked;
                const isMissing = missing.includes(name);
                if (!text && !isMissing) return null;
                return (
                  <div key={name} class={asked.includes(name) ? 'review-asked' : ''}>
                    <dt>{fieldLabel(name, language)}</dt>
                    <dd>{text ?? <span class="review-missing">{words.notFilled}</span>}</dd>
                  </div>
                );
              })}
            </dl>
          </section>
        ))}
      <TextArea
        label={APPLICATION_FIELD_WORDS.note[language]}
        hint={words.noteHint}
        isOptional
        value={answers.note ?? ''}
        error={errorOf('note')}
        maxLength={500}
        rows={2}
        onChange={(value) => store.set('note', value)}
      />
      {error !== undefined && (
        <div role="alert">
          <Notice kind="warn" icon="warning">
            {errorSentence(error, language)}
          </Notice>
        </div>
      )}
      <Button
        kind="primary"
        icon="check"
        isDisabled={isBusy || missing.length > 0 || mustChoose}
        onClick={() => void submit()}
      >
        {isBusy ? words.submitting : registration.state === 'needs_changes' ? words.resubmit : words.submit}
      </Button>
      <p class="field-hint">
        {missing.length > 0
          ? words.submitWhenComplete
          : mustChoose
            ? words.submitWhenChosen
            : words.submitHint}
      </p>
    </>
  );
}

const maskedOf = (name: string, { contact }: OwnRegistration): string | undefined => {
  if (name === 'contactName') return contact.nameMasked;
  return name === 'contactPhone' ? contact.phoneMasked : undefined;
};
