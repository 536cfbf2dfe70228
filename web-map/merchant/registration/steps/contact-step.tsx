import { APPLICATION_FIELD_WORDS } from '../../../../shared/labels/registration-words.ts';
import { normaliseCreditCode } from '../../../../shared/registration/credit-code.ts';
import { TextField } from '../../../form/text-field.tsx';
import { ShellButton } from '../../../session/shell-button.tsx';
import { merchantWords } from '../../merchant-words.ts';
import { Notice } from '../../view-parts.tsx';
import { isLicenceDoubtful } from '../answers.ts';
import type { StepProps } from '../registration-form.tsx';

/** The licence, and whom the reviewer may call. Neither is ever public. */
export function ContactStep({ store, errorOf }: StepProps) {
  const { words, language } = merchantWords();
  const { licenceCode, contactName, contactPhone } = store.answers.value;
  const { nameMasked, phoneMasked } = store.registration.value.contact;
  const label = (field: keyof typeof APPLICATION_FIELD_WORDS) => APPLICATION_FIELD_WORDS[field][language];
  const length = normaliseCreditCode(licenceCode ?? '').length;
  return (
    <>
      <Notice icon="shield-check">{words.contactPrivate}</Notice>
      <TextField
        label={label('licenceCode')}
        hint={words.licenceHint}
        value={licenceCode ?? ''}
        error={errorOf('licenceCode')}
        maxLength={30}
        onChange={(value) => store.set('licenceCode', value.toUpperCase())}
      />
      <p class="field-count" aria-live="polite">
        {length > 0 && length !== 18 && words.licenceLength(length)}
        {isLicenceDoubtful(licenceCode) && words.licenceDoubtful}
        {length === 18 && !isLicenceDoubtful(licenceCode) && words.licenceGood}
      </p>
      <TextField
        label={label('contactName')}
        hint={nameMasked && words.savedMasked(nameMasked)}
        value={contactName ?? ''}
        placeholder={nameMasked}
        error={errorOf('contactName')}
        maxLength={30}
        autoComplete="name"
        onChange={(value) => store.set('contactName', value)}
      />
      <TextField
        label={label('contactPhone')}
        hint={phoneMasked ? words.savedMasked(phoneMasked) : words.phoneHint}
        value={contactPhone ?? ''}
        placeholder={phoneMasked}
        error={errorOf('contactPhone')}
        type="tel"
        maxLength={20}
        autoComplete="tel"
        onChange={(value) => store.set('contactPhone', value)}
      />
      <ShellButton
        icon="phone"
        page="phone"
        query={{ registration: store.registration.value.id }}
        before={store.flush}
        onBack={store.reread}
      >
        {words.phoneInShell}
      </ShellButton>
    </>
  );
}
