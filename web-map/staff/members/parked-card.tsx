import { call } from '../../session/session-store.ts';
import { Button } from '../../ui/button.tsx';
import { useAction } from '../../ui/use-action.ts';
import { Failed, Refused } from '../parts/notice.tsx';
import { message } from '../state/page-state.ts';
import { useAnswer } from '../state/use-answer.ts';
import { shortMomentWords } from '../words/moment-words.ts';
import { personWords } from '../words/person-words.ts';
import { useWords } from '../words/use-words.ts';

/** Messages that WeChat would not take after several tries; the inbox has them all the same. */
export function ParkedCard({ subdistrict }: { subdistrict: string }) {
  const { words, language } = useWords();
  const answer = useAnswer(subdistrict, (signal) =>
    call('listParkedNotifications', { query: { subdistrict }, signal }),
  );
  const action = useAction();
  const retry = async (id: string) => {
    if (!(await action.run(() => call('retryNotification', { params: { id } })))) return;
    message.value = words.parked.retried;
    await answer.reload();
  };
  const notifications = answer.value?.notifications ?? [];
  return (
    <section class="card">
      <h2>{words.parked.heading}</h2>
      {answer.error !== undefined && <Failed error={answer.error} onRetry={() => void answer.reload()} />}
      {answer.value && <p class="quiet">{words.parked.hint(notifications.length)}</p>}
      <Refused error={action.error} onReload={() => void answer.reload()} />
      <ul class="members">
        {notifications.map(({ id, kind, person, attempts, lastError, parkedAt }) => (
          <li key={id} class="member">
            <div>
              <p class="row-title">
                <span class="row-name">{personWords(person, words)}</span>
                {words.parked.kind[kind]}
              </p>
              <p class="row-line">
                {words.parked.facts(attempts, lastError, shortMomentWords(parkedAt, language))}
              </p>
            </div>
            <Button isDisabled={action.isBusy} onClick={() => void retry(id)}>
              {words.parked.retry}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
