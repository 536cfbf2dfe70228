import { CATEGORY_WORDS } from '../../../shared/labels/place-words.ts';
import {
  REGISTRATION_KIND_WORDS,
  REGISTRATION_STATE_WORDS,
} from '../../../shared/labels/registration-words.ts';
import type { Category } from '../../../shared/place/kind.ts';
import type { CaseLine } from '../../../shared/registration/case.ts';
import { tagOfText } from '../../i18n/language.ts';
import { datePhrase } from '../../i18n/phrases.ts';
import { Icon } from '../../ui/icon.tsx';
import { Tag } from '../../ui/tag.tsx';
import { dueWords } from '../words/due-words.ts';
import { personWords } from '../words/person-words.ts';
import { useWords } from '../words/use-words.ts';

/** One line of the queue; the whole row opens the case. */
export function CaseRow({
  line,
  isChosen,
  onChoose,
}: {
  line: CaseLine;
  isChosen: boolean;
  onChoose: (id: string) => void;
}) {
  const { words, language } = useWords();
  const due = dueWords(line, words);
  const category = CATEGORY_WORDS[line.category as Category]?.[language];
  const { checks } = line;
  const isDoubtful = checks && [checks.text, checks.photos].some((check) => check !== 'pass');
  return (
    <li>
      <button
        type="button"
        class="row"
        data-case={line.id}
        aria-current={isChosen ? 'true' : undefined}
        onClick={() => onChoose(line.id)}
      >
        <span class="row-title">
          <span class="row-name" lang={tagOfText(line.name, language)}>
            {line.name || words.unnamedPlace}
          </span>
          <Tag kind={line.kind === 'new' ? 'plain' : 'warm'}>
            {REGISTRATION_KIND_WORDS[line.kind][language]}
          </Tag>
          {line.illustrative && <Tag kind="sample">{words.sample}</Tag>}
        </span>
        <span class="row-line" lang={tagOfText(line.address, language)}>
          {[category, line.address].filter((part) => part).join(' · ')}
        </span>
        <span class="row-line row-facts">
          {due ? (
            <span class={`due due-${due.tone}`}>
              <Icon id={due.tone === 'overdue' ? 'warning' : 'clock'} />
              {due.text}
              {line.dueOn && <span class="due-date">· {datePhrase(line.dueOn, language)}</span>}
            </span>
          ) : (
            <span class={`state-word state-${line.state}`}>
              {REGISTRATION_STATE_WORDS[line.state][language]}
            </span>
          )}
          {isDoubtful && line.state === 'submitted' && (
            <span class="row-doubt">{words.queue.lookClosely}</span>
          )}
          {line.claimedBy && (
            <span class={line.claimedByMe ? 'row-mine' : ''}>
              {line.claimedByMe
                ? words.queue.mine
                : words.queue.claimedBy(personWords(line.claimedBy, words))}
            </span>
          )}
        </span>
      </button>
    </li>
  );
}
