import { CATEGORY_WORDS } from '../../../../shared/labels/place-words.ts';
import type { Suspect } from '../../../../shared/registration/case.ts';
import type { RegistrationKind } from '../../../../shared/registration/registration.ts';
import { SwitchRow } from '../../../form/switch-row.tsx';
import { distancePhrase } from '../../../i18n/phrases.ts';
import { nameOf } from '../../../i18n/place-phrases.ts';
import { Icon } from '../../../ui/icon.tsx';
import { merchantWords } from '../../merchant-words.ts';
import { addressOfView } from '../../state/page-view.ts';
import { publicAddress } from '../../state/site.ts';
import { Notice } from '../../view-parts.tsx';

/** Places that may be the same shop: mine is claimed, another is said to be another. */
export function SuspectList({
  suspects,
  kind,
  isOther,
  onOther,
}: {
  suspects: readonly Suspect[];
  kind: RegistrationKind;
  isOther: boolean;
  onOther: (isOther: boolean) => void;
}) {
  const { words, language } = merchantWords();
  const isRegistered = suspects.some(({ sameLicence }) => sameLicence);
  return (
    <Notice kind="warn" icon="info">
      <strong>{isRegistered ? words.licenceTaken : words.suspectsHeading}</strong>
      <ul class="suspects">
        {suspects.map(({ place, distanceMeters, sameLicence, claimable }) => (
          <li key={place.id}>
            <span>
              <a href={publicAddress(place.id)} target="_blank" rel="noreferrer">
                {nameOf(place.properties, language)}
              </a>
              <small>
                {CATEGORY_WORDS[place.properties.category][language]} ·{' '}
                {words.away(distancePhrase(distanceMeters, language))}
                {sameLicence && ` · ${words.sameLicence}`}
              </small>
            </span>
            {claimable && kind === 'new' ? (
              <a class="text-link" href={addressOfView({ at: 'claim', place: place.id })}>
                <Icon id="check" />
                {words.itIsMine}
              </a>
            ) : (
              <small>{words.hasOwner}</small>
            )}
          </li>
        ))}
      </ul>
      {!isRegistered && (
        <div class="field-rows">
          <SwitchRow label={words.itIsAnother} isOn={isOther} onChange={onOther} />
        </div>
      )}
    </Notice>
  );
}
