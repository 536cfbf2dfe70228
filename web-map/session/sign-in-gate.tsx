import './session.css';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { language, speak } from '../page-language.ts';
import { Button } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';
import { OtherPerson } from './other-person.tsx';
import { findMe, isAskedAgain, me, signedIn, stayOut } from './session-store.ts';
import { SignIn } from './sign-in.tsx';
import { redeemTicket, type Ticket, takeTicket } from './ticket.ts';
import { useSessionWords } from './use-session-words.ts';
import type { Page } from './web-sign-in.ts';

/**
 * Shows a page to whoever is signed in and the sign-in to nobody. When the session ends while somebody is at work, the
 * sign-in lies over the page and the page stays as it is.
 */
export function SignInGate({ page, children }: { page: Page; children: ComponentChildren }) {
  const words = useSessionWords();
  const isUnreachable = useSignal(false);
  const offered = useSignal<Ticket | undefined>(undefined);

  const enter = async () => {
    isUnreachable.value = false;
    const ticket = takeTicket(window) ?? offered.value;
    offered.value = undefined;
    try {
      await findMe();
      if (!ticket || isHim(ticket)) return;
      if (typeof me.value !== 'string') offered.value = ticket;
      else signedIn(await redeemTicket(ticket));
    } catch {
      // A ticket that is too old leaves nobody signed in: the sign-in below is the way on.
      isUnreachable.value = me.value === 'unknown';
    }
  };
  useEffect(() => void enter(), []);

  if (isUnreachable.value) {
    return (
      <main class="sign-in-page">
        <p role="alert">{navigator.onLine ? words.failed : words.offline}</p>
        <Button kind="primary" onClick={() => void enter()}>
          {words.tryAgain}
        </Button>
      </main>
    );
  }
  if (me.value === 'unknown') return <SignInSkeleton />;
  if (me.value === 'nobody') {
    return (
      <main class="sign-in-page">
        <SignInHeader />
        <h1>{words.signInTitle[page]}</h1>
        <SignIn page={page} />
      </main>
    );
  }
  return (
    <>
      <div class="behind-sign-in" inert={isAskedAgain.value}>
        {children}
      </div>
      {isAskedAgain.value && (
        <Panel title={words.signInAgain} closeLabel={words.close} onClose={stayOut}>
          <p class="panel-hint">{words.signInAgainHint}</p>
          <SignIn page={page} />
        </Panel>
      )}
      {offered.value && (
        <OtherPerson
          ticket={offered.value}
          onDone={() => (offered.value = undefined)}
          signedInNow={me.value}
        />
      )}
    </>
  );
}

const isHim = ({ memberCode }: Ticket): boolean =>
  typeof me.value !== 'string' && me.value.memberCode === memberCode;

/** Whose page this is, the way to the map, and the other language. */
const SignInHeader = () => (
  <header class="sign-in-header">
    <a class="sign-in-brand" href="/">
      <img src="/favicon.svg" alt="" width="28" height="28" />
      {useSessionWords().brand}
    </a>
    <button
      type="button"
      class="link-button"
      lang={language.value === 'zh' ? 'en' : 'zh-Hans'}
      onClick={() => speak(language.value === 'zh' ? 'en' : 'zh')}
    >
      {language.value === 'zh' ? 'English' : '中文'}
    </button>
  </header>
);

const SignInSkeleton = () => (
  <main class="sign-in-page skeleton" aria-busy="true">
    <span class="bone bone-title" />
    <span class="bone" />
    <span class="bone bone-short" />
  </main>
);
