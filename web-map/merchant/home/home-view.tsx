import {
  REGISTRATION_KIND_WORDS,
  REGISTRATION_STATE_WORDS,
} from '../../../shared/labels/registration-words.ts';
import type { PlaceRecord } from '../../../shared/place/place-record.ts';
import type { OwnRegistration } from '../../../shared/registration/registration.ts';
import { datePhrase } from '../../i18n/phrases.ts';
import { call } from '../../session/session-store.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { merchantWords } from '../merchant-words.ts';
import { ownStateLine } from '../place/own-state-line.ts';
import { keepRegistration, places, registrations, sayError } from '../state/merchant-store.ts';
import { addressOfView, goTo } from '../state/page-view.ts';
import { CardSkeleton, LinkRow, LoadFailed } from '../view-parts.tsx';

/** My shops, what I have filed, and how to begin. */
export function HomeView() {
  const { words } = merchantWords();
  const mine = places.state.value;
  const filed = registrations.state.value;
  const open = filed.value?.filter(({ state }) => state !== 'approved' && state !== 'withdrawn') ?? [];
  const isNew = mine.status === 'ready' && filed.status === 'ready' && !mine.value?.length && !open.length;
  return (
    <>
      <h1 class="home-title" tabIndex={-1}>
        {words.home}
      </h1>
      {isNew && <Welcome />}
      {mine.status === 'loading' && !mine.value && <CardSkeleton />}
      {mine.status === 'failed' && <LoadFailed error={mine.error} onRetry={() => void places.load()} />}
      {mine.value && mine.value.length > 0 && (
        <section aria-labelledby="my-places">
          <h2 id="my-places">{words.myPlaces}</h2>
          <ul class="card-list">
            {mine.value.map((place) => (
              <li key={place.id}>
                <PlaceCard place={place} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {filed.status === 'failed' && (
        <LoadFailed error={filed.error} onRetry={() => void registrations.load()} />
      )}
      {open.length > 0 && (
        <section aria-labelledby="my-registrations">
          <h2 id="my-registrations">{words.myRegistrations}</h2>
          <ul class="card-list">
            {open.map((registration) => (
              <li key={registration.id}>
                <RegistrationCard registration={registration} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {!isNew && mine.status !== 'loading' && (
        <section class="card rows" aria-label={words.more}>
          <LinkRow icon="plus" label={words.registerShop} onClick={() => void begin()} />
          <LinkRow icon="hand-over" label={words.takeOver} href={addressOfView({ at: 'take-over' })} />
        </section>
      )}
    </>
  );
}

/** Begins a registration of a new shop. */
async function begin() {
  try {
    const registration = await call('createRegistration', { body: { kind: 'new' } });
    keepRegistration(registration);
    goTo({ at: 'registration', id: registration.id, step: 'shop' });
  } catch (error) {
    sayError(error);
  }
}

/** What the page is for, to somebody who has nothing here yet. */
function Welcome() {
  const { words } = merchantWords();
  return (
    <section class="card welcome">
      <img src="/favicon.svg" alt="" width="72" height="72" />
      <h2>{words.welcomeTitle}</h2>
      <p>{words.welcomeText}</p>
      <ol class="welcome-steps">
        {words.welcomeSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <Button kind="primary" icon="plus" onClick={() => void begin()}>
        {words.registerShop}
      </Button>
      <p class="field-hint">{words.welcomeClaim}</p>
      <a class="text-link" href="/">
        {words.lookAtMap}
      </a>
      <a class="text-link" href={addressOfView({ at: 'take-over' })}>
        {words.takeOver}
      </a>
    </section>
  );
}

function PlaceCard({ place }: { place: PlaceRecord }) {
  const { language } = merchantWords();
  const line = ownStateLine(place, new Date(), language);
  return (
    <a class="card card-link" href={addressOfView({ at: 'place', id: place.id })}>
      <span class="card-words">
        <strong>{place.name}</strong>
        <span class={`state-line state-${line.tone}`}>{line.text}</span>
        {line.todo && <span class="card-todo">{line.todo}</span>}
      </span>
      <Icon id="chevron" />
    </a>
  );
}

function RegistrationCard({ registration }: { registration: OwnRegistration }) {
  const { words, language } = merchantWords();
  const { id, kind, state, application, dueOn, updatedAt } = registration;
  const note =
    state === 'submitted' && dueOn
      ? words.answerBy(datePhrase(dueOn, language))
      : words.changedOn(new Date(updatedAt));
  return (
    <a class="card card-link" href={addressOfView({ at: 'registration', id })}>
      <span class="card-words">
        <strong>{application.name || words.unnamedShop}</strong>
        <span class={`state-line state-${TONES[state]}`}>
          {REGISTRATION_KIND_WORDS[kind][language]} · {REGISTRATION_STATE_WORDS[state][language]}
        </span>
        <span class="card-note">{note}</span>
      </span>
      <Icon id="chevron" />
    </a>
  );
}

const TONES: Readonly<Record<OwnRegistration['state'], string>> = {
  draft: 'plain',
  submitted: 'soon',
  needs_changes: 'warn',
  approved: 'good',
  rejected: 'warn',
  withdrawn: 'plain',
};
