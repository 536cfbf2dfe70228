import { useEffect, useMemo } from 'preact/hooks';
import type { Message } from '../../../shared/message/message.ts';
import { messageText } from '../../../shared/message/message-text.ts';
import type { Language } from '../../i18n/language.ts';
import { agoPhrase } from '../../i18n/phrases.ts';
import { call, me } from '../../session/session-store.ts';
import { merchantWords } from '../merchant-words.ts';
import { createLoader } from '../state/loaded.ts';
import { addressOfView } from '../state/page-view.ts';
import { CardSkeleton, LoadFailed, ViewTitle } from '../view-parts.tsx';

/** What one was told, newest first. Opening it marks all that is shown as read. */
export function InboxView() {
  const { words, language } = merchantWords();
  const inbox = useMemo(() => createLoader(async () => (await call('listMessages')).messages), []);
  const { status, value, error } = inbox.state.value;
  useEffect(() => void inbox.load(), []);
  const newest = value?.find(({ readAt }) => !readAt)?.id;
  useEffect(() => {
    if (newest) void markRead(newest);
  }, [newest]);
  return (
    <>
      <ViewTitle back={{ at: 'home' }}>{words.inbox}</ViewTitle>
      {status === 'loading' && !value && <CardSkeleton />}
      {status === 'failed' && <LoadFailed error={error} onRetry={() => void inbox.load()} />}
      {value?.length === 0 && <p class="empty">{words.inboxEmpty}</p>}
      {value && value.length > 0 && (
        <ul class="card-list">
          {value.map((message) => (
            <li key={message.id}>
              <MessageCard message={message} language={language} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Failing to note it costs nothing but a dot. */
async function markRead(upTo: string) {
  const answer = await call('readMessages', { body: { upTo } }).catch(() => undefined);
  if (answer && typeof me.value !== 'string') me.value = { ...me.value, unreadCount: answer.unreadCount };
}

function MessageCard({ message, language }: { message: Message; language: Language }) {
  const { words } = merchantWords();
  const href = linkOf(message);
  const content = (
    <span class="card-words">
      <span>
        {!message.readAt && <span class="unread-dot">{words.unread}</span>}
        {messageText(message, language)}
      </span>
      <small class="card-note">{agoPhrase(message.at, new Date(), language)}</small>
    </span>
  );
  return href ? (
    <a class="card card-link" href={href}>
      {content}
    </a>
  ) : (
    <div class="card">{content}</div>
  );
}

const linkOf = ({ kind, place, registration }: Message): string | undefined => {
  if (registration && kind !== 'registration_approved')
    return addressOfView({ at: 'registration', id: registration });
  if (place && kind !== 'hand_over_done' && kind !== 'place_retired')
    return addressOfView({ at: 'place', id: place });
  return registration && addressOfView({ at: 'registration', id: registration });
};
