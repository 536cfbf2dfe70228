import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { language } from '../page-language.ts';
import { type LocalPerson, listLocalPeople, signInLocally } from './local-people.ts';
import { ScanToSignIn } from './scan-to-sign-in.tsx';
import { useSessionWords } from './use-session-words.ts';
import type { Page } from './web-sign-in.ts';

/** The ways to sign in: by scanning; on an installation of one's own machine also as a sample person. */
export function SignIn({ page }: { page: Page }) {
  const words = useSessionWords();
  const people = useSignal<LocalPerson[] | undefined>(undefined);
  const isWrong = useSignal(false);
  useEffect(() => {
    listLocalPeople().then(
      (listed) => (people.value = listed),
      () => (people.value = []),
    );
  }, []);

  if (people.value === undefined) return <span class="bone" />;
  if (people.value.length === 0) return <ScanToSignIn page={page} />;
  return (
    <>
      <section class="local-sign-in">
        <h2>{words.localTitle}</h2>
        <p class="panel-hint">{words.localHint}</p>
        <ul class="weui-cells">
          {people.value.map(({ openid, nickname, about }) => (
            <li key={openid}>
              <button
                type="button"
                class="weui-cell local-person"
                onClick={() => {
                  isWrong.value = false;
                  signInLocally(openid).catch(() => (isWrong.value = true));
                }}
              >
                <span class="weui-cell__bd">{nickname}</span>
                <span class="weui-cell__ft">{about[language.value]}</span>
              </button>
            </li>
          ))}
        </ul>
        {isWrong.value && <p role="alert">{words.failed}</p>}
      </section>
      <details class="or-scan">
        <summary>{words.orScan}</summary>
        <ScanToSignIn page={page} />
      </details>
    </>
  );
}
