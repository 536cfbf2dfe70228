import { PLEDGE } from '../../../../shared/registration/pledge.ts';
import { SwitchRow } from '../../../form/switch-row.tsx';
import { dateWithYearPhrase } from '../../../i18n/phrases.ts';
import { merchantWords } from '../../merchant-words.ts';
import type { StepProps } from '../registration-form.tsx';

/** The pledge in full, and saying yes to it. */
export function PledgeStep({ store }: StepProps) {
  const { words, language } = merchantWords();
  const { consent } = store.answers.value;
  const isAgreed = consent?.version === PLEDGE.version;
  return (
    <>
      <p class="field-hint">{words.pledgeIntro}</p>
      <ol class="pledge">
        {PLEDGE[language].map((promise) => (
          <li key={promise}>{promise}</li>
        ))}
      </ol>
      <div class="field-rows">
        <SwitchRow
          label={words.pledgeAgree}
          hint={
            isAgreed && consent
              ? words.pledgeAgreedOn(dateWithYearPhrase(consent.acceptedAt, language), consent.version)
              : words.pledgeVersion(PLEDGE.version)
          }
          isOn={isAgreed}
          onChange={(isOn) =>
            store.set(
              'consent',
              isOn ? { version: PLEDGE.version, acceptedAt: new Date().toISOString() } : undefined,
            )
          }
        />
      </div>
      {consent && !isAgreed && <p class="field-error">{words.pledgeChanged}</p>}
    </>
  );
}
