import { APPLICATION_FIELD_WORDS } from '../../../../shared/labels/registration-words.ts';
import { AmenityPicker } from '../../../form/amenity-picker.tsx';
import { TextArea } from '../../../form/text-area.tsx';
import { merchantWords } from '../../merchant-words.ts';
import type { StepProps } from '../registration-form.tsx';

/** What riders find here, and a word to them. */
export function OffersStep({ store, errorOf }: StepProps) {
  const { words, language } = merchantWords();
  const { amenities, pledge } = store.answers.value;
  const { missing } = store.registration.value;
  const isNone = amenities?.length === 0 && missing.includes('amenities');
  return (
    <>
      <AmenityPicker
        label={APPLICATION_FIELD_WORDS.amenities[language]}
        hint={words.offersHint}
        value={amenities ?? []}
        error={errorOf('amenities') ?? (isNone ? words.oneOffer : undefined)}
        onChange={(value) => store.set('amenities', value)}
      />
      <TextArea
        label={APPLICATION_FIELD_WORDS.pledge[language]}
        hint={words.pledgeHint}
        isOptional
        value={pledge ?? ''}
        error={errorOf('pledge')}
        maxLength={300}
        onChange={(value) => store.set('pledge', value)}
      />
    </>
  );
}
