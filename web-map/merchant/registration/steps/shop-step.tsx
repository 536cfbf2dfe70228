import { CATEGORY_WORDS } from '../../../../shared/labels/place-words.ts';
import { APPLICATION_FIELD_WORDS } from '../../../../shared/labels/registration-words.ts';
import { CATEGORIES_OF_KIND } from '../../../../shared/place/categories-of-kind.ts';
import type { Category } from '../../../../shared/place/kind.ts';
import { ChoiceField } from '../../../form/choice-field.tsx';
import { TextField } from '../../../form/text-field.tsx';
import { iconOf } from '../../../ui/icons/icon-of.ts';
import { merchantWords } from '../../merchant-words.ts';
import type { StepProps } from '../registration-form.tsx';

const MERCHANTS: readonly Category[] = CATEGORIES_OF_KIND.merchant;

/** What the shop is called and what it is. */
export function ShopStep({ store, errorOf }: StepProps) {
  const { words, language } = merchantWords();
  const { kind } = store.registration.value;
  const { name, nameEn, category, publicPhone, invitationCode } = store.answers.value;
  const categories = category && !MERCHANTS.includes(category) ? [...MERCHANTS, category] : MERCHANTS;
  const label = (field: keyof typeof APPLICATION_FIELD_WORDS) => APPLICATION_FIELD_WORDS[field][language];
  return (
    <>
      <TextField
        label={label('name')}
        hint={words.nameHint}
        value={name ?? ''}
        error={errorOf('name')}
        maxLength={60}
        onChange={(value) => store.set('name', value)}
      />
      <ChoiceField<Category>
        label={label('category')}
        value={category}
        error={errorOf('category')}
        choices={categories.map((code) => ({
          code,
          label: CATEGORY_WORDS[code][language],
          icon: iconOf(code),
        }))}
        onChange={(value) => store.set('category', value)}
      />
      <TextField
        label={label('nameEn')}
        isOptional
        value={nameEn ?? ''}
        error={errorOf('nameEn')}
        maxLength={120}
        onChange={(value) => store.set('nameEn', value)}
      />
      {kind !== 'change' && (
        <>
          <TextField
            label={label('publicPhone')}
            hint={words.publicPhoneHint}
            isOptional
            type="tel"
            value={publicPhone ?? ''}
            error={errorOf('publicPhone')}
            maxLength={40}
            onChange={(value) => store.set('publicPhone', value)}
          />
          <TextField
            label={label('invitationCode')}
            hint={words.invitationHint}
            isOptional
            value={invitationCode ?? ''}
            error={errorOf('invitationCode')}
            maxLength={20}
            onChange={(value) => store.set('invitationCode', value)}
          />
        </>
      )}
    </>
  );
}
