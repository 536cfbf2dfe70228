import { APPLICATION_FIELD_WORDS } from '../../../../shared/labels/registration-words.ts';
import { PhotoPicker } from '../../../form/photos/photo-picker.tsx';
import { photoSource } from '../../../form/photos/photo-source.ts';
import { call } from '../../../session/session-store.ts';
import { merchantWords } from '../../merchant-words.ts';
import type { StepProps } from '../registration-form.tsx';

const source = photoSource(call);

/** What the shop looks like. */
export function PhotosStep({ store, errorOf }: StepProps) {
  const { words, language } = merchantWords();
  return (
    <PhotoPicker
      label={APPLICATION_FIELD_WORDS.photos[language]}
      hint={words.photosHint}
      isOptional
      value={store.answers.value.photos ?? []}
      photos={store.registration.value.photos}
      error={errorOf('photos')}
      source={source}
      onChange={(value) => store.set('photos', value)}
    />
  );
}
