import { useCallback } from 'preact/hooks';
import { APPLICATION_FIELD_WORDS } from '../../../../shared/labels/registration-words.ts';
import { PositionPicker } from '../../../form/position/position-picker.tsx';
import { TextField } from '../../../form/text-field.tsx';
import { ShellButton } from '../../../session/shell-button.tsx';
import { merchantWords } from '../../merchant-words.ts';
import { AccessFields } from '../../place/access-fields.tsx';
import { placesIn, siteConfig } from '../../state/site.ts';
import type { StepProps } from '../registration-form.tsx';

/** Where the door is, and how one gets in. */
export function WhereStep({ store, errorOf }: StepProps) {
  const { words, language } = merchantWords();
  const { kind, missing, place } = store.registration.value;
  const { position, address, access } = store.answers.value;
  const isOutside = position !== undefined && store.saving.value === 'saved' && missing.includes('position');
  const neighbours = useCallback(
    async (bbox: Parameters<ReturnType<typeof placesIn>>[0]) =>
      (await placesIn(language)(bbox)).filter(({ id }) => id !== place),
    [language, place],
  );
  return (
    <>
      <PositionPicker
        label={APPLICATION_FIELD_WORDS.position[language]}
        value={position}
        error={errorOf('position') ?? (isOutside ? words.outsideSubdistrict : undefined)}
        config={siteConfig.value}
        findNeighbours={neighbours}
        onChange={(value) => store.set('position', value)}
      />
      <ShellButton
        icon="pin"
        page="position"
        query={{ registration: store.registration.value.id }}
        before={store.flush}
        onBack={store.reread}
      >
        {words.positionInShell}
      </ShellButton>
      <TextField
        label={APPLICATION_FIELD_WORDS.address[language]}
        hint={words.addressHint}
        value={address ?? ''}
        error={errorOf('address')}
        maxLength={200}
        onChange={(value) => store.set('address', value)}
      />
      {kind !== 'change' && (
        <AccessFields value={access ?? {}} onChange={(value) => store.set('access', value)} />
      )}
    </>
  );
}
