import type { ChangeEntry } from '../../../shared/change-log/change-entry.ts';
import { tagOfText } from '../../i18n/language.ts';
import { Differences } from '../case/differences.tsx';
import { shortMomentWords } from '../words/moment-words.ts';
import { authorWords } from '../words/person-words.ts';
import { reasonWords } from '../words/reason-words.ts';
import { useWords } from '../words/use-words.ts';

/** One change: who, when, why, and what differs since. */
export function ChangeItem({
  change,
  showsSubject = false,
  onPerson,
  onSubject,
  onRestore,
}: {
  change: ChangeEntry;
  showsSubject?: boolean;
  onPerson?: ((id: string) => void) | undefined;
  onSubject?: (() => void) | undefined;
  onRestore?: (() => void) | undefined;
}) {
  const { words, language } = useWords();
  const { subject, by } = change;
  const author = authorWords(by, words);
  const { name } = subject;
  return (
    <li class="change">
      <p class="change-head">
        {showsSubject && (
          <>
            <span class="change-type">{words.record.subject[subject.type]}</span>
            {name === undefined ? null : onSubject ? (
              <button
                type="button"
                class="plain-button change-name"
                lang={tagOfText(name, language)}
                onClick={onSubject}
              >
                {name}
              </button>
            ) : (
              <span class="change-name" lang={tagOfText(name, language)}>
                {name}
              </span>
            )}
          </>
        )}
        <span class="change-reason">{reasonWords(change.reason, language)}</span>
      </p>
      <p class="row-line">
        <time dateTime={change.at}>{shortMomentWords(change.at, language)}</time>
        {' · '}
        {by.type === 'person' && onPerson ? (
          <button type="button" class="plain-button" onClick={() => onPerson(by.person.id)}>
            {author}
          </button>
        ) : (
          author
        )}
      </p>
      {change.differences.length > 0 && (
        <details class="change-differences" open={change.differences.length <= 3}>
          <summary>{words.record.differences(change.differences.length)}</summary>
          <Differences differences={change.differences} />
        </details>
      )}
      {onRestore && change.restorable && (
        <button type="button" class="plain-button" onClick={onRestore}>
          {words.record.restore}
        </button>
      )}
    </li>
  );
}
