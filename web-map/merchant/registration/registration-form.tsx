import { useEffect, useState } from 'preact/hooks';
import { APPLICATION_FIELD_WORDS } from '../../../shared/labels/registration-words.ts';
import type { OwnRegistration } from '../../../shared/registration/registration.ts';
import { Steps } from '../../form/steps.tsx';
import { Button } from '../../ui/button.tsx';
import { merchantWords } from '../merchant-words.ts';
import { goTo, type StepId } from '../state/page-view.ts';
import { Notice, ViewTitle } from '../view-parts.tsx';
import type { AnswerName } from './answers.ts';
import type { DraftStore } from './draft-store.ts';
import { fieldsOfStep, stateOfStep, stepsOf } from './form-steps.ts';
import { SavingState } from './saving-state.tsx';
import { CheckStep } from './steps/check-step.tsx';
import { ContactStep } from './steps/contact-step.tsx';
import { HoursStep } from './steps/hours-step.tsx';
import { OffersStep } from './steps/offers-step.tsx';
import { PhotosStep } from './steps/photos-step.tsx';
import { PledgeStep } from './steps/pledge-step.tsx';
import { ShopStep } from './steps/shop-step.tsx';
import { WhereStep } from './steps/where-step.tsx';

/** What a screen of questions gets. */
export type StepProps = {
  store: DraftStore;
  /** What is wrong with a field, once its screen was left or the field was. */
  errorOf: (name: AnswerName) => string | undefined;
};

/** One group of questions to a screen, saved as one types. */
export function RegistrationForm({
  store,
  step,
  onChanged,
}: {
  store: DraftStore;
  step: StepId;
  onChanged: (registration: OwnRegistration) => void;
}) {
  const { words, language } = merchantWords();
  const registration = store.registration.value;
  const answers = store.answers.value;
  const ids = stepsOf(registration.kind);
  const current = ids.includes(step) ? step : (ids[0] as StepId);
  const at = ids.indexOf(current);
  const errorOf = useErrors(store, current);
  const asked = askedFields(registration);
  const steps = ids.map((id) => ({
    id,
    label: words.steps[id],
    state: stateOfStep(id, registration, answers, (field) => asked.includes(field)),
  }));
  const go = (id: string) => {
    void store.flush();
    goTo({ at: 'registration', id: registration.id, step: id as StepId });
  };
  const props = { store, errorOf };
  const askedHere = asked.filter((field) => (fieldsOfStep(current) as readonly string[]).includes(field));
  return (
    <div class="form-view">
      <ViewTitle back={{ at: 'home' }} backLabel={words.saveAndLeave}>
        {words.steps[current]}
      </ViewTitle>
      <Steps steps={steps} current={current} onGo={go} />
      <SavingState store={store} />
      {askedHere.length > 0 && registration.decision?.reason && (
        <Notice kind="warn" icon="warning">
          <strong>{words.askedToChange(askedHere.map((field) => fieldLabel(field, language)))}</strong>
          <p>{registration.decision.reason}</p>
        </Notice>
      )}
      <Overtaken store={store} />
      <div class="card form-card">
        {current === 'shop' && <ShopStep {...props} />}
        {current === 'contact' && <ContactStep {...props} />}
        {current === 'where' && <WhereStep {...props} />}
        {current === 'hours' && <HoursStep {...props} />}
        {current === 'offers' && <OffersStep {...props} />}
        {current === 'photos' && <PhotosStep {...props} />}
        {current === 'pledge' && <PledgeStep {...props} />}
        {current === 'check' && <CheckStep {...props} onGo={go} onSubmitted={onChanged} />}
      </div>
      <div class="form-buttons">
        {at > 0 && <Button onClick={() => go(ids[at - 1] as StepId)}>{words.previous}</Button>}
        {current !== 'check' && (
          <Button kind="primary" onClick={() => go(ids[at + 1] as StepId)}>
            {words.next}
          </Button>
        )}
      </div>
    </div>
  );
}

/** The name of a field as people know it; what has none is shown as it came. */
export const fieldLabel = (field: string, language: 'zh' | 'en'): string =>
  field in APPLICATION_FIELD_WORDS
    ? APPLICATION_FIELD_WORDS[field as keyof typeof APPLICATION_FIELD_WORDS][language]
    : field;

/** The fields that a reviewer has asked to be changed. */
export const askedFields = ({ state, decision }: OwnRegistration): readonly string[] =>
  state === 'needs_changes' ? (decision?.fields ?? []) : [];

/** What is wrong, said once somebody has paused at it: nobody is corrected in the middle of a word. */
function useErrors(store: DraftStore, step: StepId): StepProps['errorOf'] {
  const { words } = merchantWords();
  const [settled, setSettled] = useState(store.answers.peek());
  const answers = store.answers.value;
  useEffect(() => {
    const timer = setTimeout(() => setSettled(answers), 900);
    return () => clearTimeout(timer);
  }, [answers]);
  useEffect(() => setSettled(store.answers.peek()), [step]);
  return (name) => {
    const fault = store.faultOf(name);
    if (fault && settled[name] === answers[name]) return words.faults[fault];
    return store.refused.value.includes(name) ? words.faults.refused : undefined;
  };
}

/** What somebody changed elsewhere, later than here. */
function Overtaken({ store }: { store: DraftStore }) {
  const { words, language } = merchantWords();
  const fields = store.overtaken.value;
  if (fields.length === 0) return null;
  return (
    <Notice icon="info">
      <p role="status">{words.overtaken(fields.map((field) => fieldLabel(field, language)))}</p>
      <Button onClick={() => (store.overtaken.value = [])}>{words.understood}</Button>
    </Notice>
  );
}
