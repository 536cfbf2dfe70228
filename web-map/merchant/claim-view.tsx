import { useEffect, useMemo, useState } from 'preact/hooks';
import { CATEGORY_WORDS } from '../../shared/labels/place-words.ts';
import { nameOf } from '../i18n/place-phrases.ts';
import { call } from '../session/session-store.ts';
import { Button } from '../ui/button.tsx';
import { merchantWords } from './merchant-words.ts';
import { errorSentence, isRefusedAs } from './state/error-sentence.ts';
import { createLoader } from './state/loaded.ts';
import { keepRegistration } from './state/merchant-store.ts';
import { goTo } from './state/page-view.ts';
import { CardSkeleton, LoadFailed, Notice, ViewTitle } from './view-parts.tsx';

/** "This shop on the map is mine": shows which, says what follows, begins the claim. */
export function ClaimView({ place: id }: { place: string }) {
  const { words, language } = merchantWords();
  const place = useMemo(() => createLoader(() => call('getPlace', { params: { id } })), [id]);
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const { status, value, error: loadError } = place.state.value;
  useEffect(() => void place.load(), [id]);
  const claim = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const registration = await call('createRegistration', { body: { kind: 'claim', place: id } });
      keepRegistration(registration);
      goTo({ at: 'registration', id: registration.id, step: 'shop' }, { replace: true });
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <ViewTitle back={{ at: 'home' }}>{words.claimTitle}</ViewTitle>
      {status === 'loading' && !value && <CardSkeleton />}
      {status === 'failed' && <LoadFailed error={loadError} onRetry={() => void place.load()} />}
      {value && (
        <div class="card">
          <h2>{nameOf(value.properties, language)}</h2>
          <p class="card-note">
            {CATEGORY_WORDS[value.properties.category][language]} · {value.properties.address}
          </p>
          <p class="claim-text">{words.claimText}</p>
          {error !== undefined && (
            <Notice kind="warn" icon="warning">
              {isRefusedAs(error, 'conflict') ? words.claimOwned : errorSentence(error, language)}
            </Notice>
          )}
          <Button kind="primary" isDisabled={isBusy} onClick={() => void claim()}>
            {words.claimNow}
          </Button>
        </div>
      )}
    </>
  );
}
