import { useEffect, useRef } from 'preact/hooks';
import { speak } from '../page-language.ts';
import { AccountMenu } from '../session/account-menu.tsx';
import { me } from '../session/session-store.ts';
import { Icon } from '../ui/icon.tsx';
import { LanguageButton } from '../ui/language-button.tsx';
import { Toast } from '../ui/toast.tsx';
import { ClaimView } from './claim-view.tsx';
import { HomeView } from './home/home-view.tsx';
import { InboxView } from './home/inbox-view.tsx';
import { TakeOverView } from './home/take-over-view.tsx';
import { merchantWords } from './merchant-words.ts';
import { PlaceView } from './place/place-view.tsx';
import { RegistrationView } from './registration/registration-view.tsx';
import { loadAll, toast } from './state/merchant-store.ts';
import { addressOfView, pageView } from './state/page-view.ts';

/** The page of whoever keeps shops on the map: one view at a time under a header. */
export function MerchantPage() {
  const { words, language } = merchantWords();
  const view = pageView.value;
  const main = useRef<HTMLElement>(null);
  const key = addressOfView(view);
  const isFirst = useRef(true);
  const person = typeof me.value === 'string' ? undefined : me.value.id;

  useEffect(() => {
    if (person) void loadAll();
  }, [person]);
  useEffect(() => {
    document.title = words.pageTitle;
  }, [words]);
  // A new view starts at its top, and screen readers at its heading.
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    window.scrollTo(0, 0);
    (main.current?.querySelector<HTMLElement>('h1') ?? main.current)?.focus({ preventScroll: true });
  }, [key]);

  return (
    <>
      <header class="page-header no-print">
        <a class="page-brand" href={addressOfView({ at: 'home' })}>
          <img src="/favicon.svg" alt="" width="28" height="28" />
          {words.brand}
        </a>
        <span class="page-tools">
          <InboxLink />
          <LanguageButton language={language} onSpeak={speak} isNameShown />
          <AccountMenu />
        </span>
      </header>
      <main class="page-main" ref={main} tabIndex={-1}>
        {view.at === 'home' && <HomeView />}
        {view.at === 'inbox' && <InboxView />}
        {view.at === 'take-over' && <TakeOverView />}
        {view.at === 'claim' && <ClaimView key={view.place} place={view.place} />}
        {view.at === 'registration' && (
          <RegistrationView key={view.id} id={view.id} {...(view.step && { step: view.step })} />
        )}
        {view.at === 'place' && (
          <PlaceView key={view.id} id={view.id} {...(view.part && { part: view.part })} />
        )}
      </main>
      <Toast message={toast} />
    </>
  );
}

function InboxLink() {
  const { words } = merchantWords();
  const count = typeof me.value === 'string' ? 0 : me.value.unreadCount;
  return (
    <a
      class="icon-button inbox-link"
      href={addressOfView({ at: 'inbox' })}
      aria-label={count > 0 ? words.inboxUnread(count) : words.inbox}
      title={words.inbox}
    >
      <Icon id="bell" />
      {count > 0 && <span class="count-badge">{count > 99 ? '99+' : count}</span>}
    </a>
  );
}
