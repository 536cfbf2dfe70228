import type { Ref } from 'preact';
import { CATEGORY_WORDS } from '../../../shared/labels/place-words.ts';
import {
  REGISTRATION_KIND_WORDS,
  REGISTRATION_STATE_WORDS,
} from '../../../shared/labels/registration-words.ts';
import type { Case } from '../../../shared/registration/case.ts';
import { tagOfText } from '../../i18n/language.ts';
import { datePhrase } from '../../i18n/phrases.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Tag } from '../../ui/tag.tsx';
import { dueWords } from '../words/due-words.ts';
import { shortMomentWords } from '../words/moment-words.ts';
import { personWords } from '../words/person-words.ts';
import { useWords } from '../words/use-words.ts';

/** Which case this is, when it is due, and in whose hands. */
export function CaseHeader({
  shown,
  heading,
  isBusy,
  onBack,
  onClaim,
  onRelease,
}: {
  shown: Case;
  heading: Ref<HTMLHeadingElement>;
  isBusy: boolean;
  onBack: () => void;
  onClaim: (() => void) | undefined;
  onRelease: (() => void) | undefined;
}) {
  const { words, language } = useWords();
  const { application, claimedBy, claimedByMe } = shown;
  const due = dueWords(shown, words);
  const name = application.name ?? words.unnamedPlace;
  return (
    <header class="case-header">
      <span class="detail-back">
        <IconButton icon="back" label={words.case.back} onClick={onBack} />
      </span>
      <div class="case-title">
        <h2 ref={heading} tabIndex={-1} lang={tagOfText(name, language)}>
          {name}
        </h2>
        <p class="case-tags">
          <Tag kind={shown.kind === 'new' ? 'plain' : 'warm'}>
            {REGISTRATION_KIND_WORDS[shown.kind][language]}
          </Tag>
          {application.category && <Tag>{CATEGORY_WORDS[application.category][language]}</Tag>}
          {shown.illustrative && <Tag kind="sample">{words.sampleData}</Tag>}
        </p>
        <p class="case-facts">
          {due ? (
            <span class={`due due-${due.tone}`}>
              {due.text}
              {shown.dueOn && (
                <span class="due-date">{words.case.dueOn(datePhrase(shown.dueOn, language))}</span>
              )}
            </span>
          ) : (
            <span class={`state-word state-${shown.state}`}>
              {REGISTRATION_STATE_WORDS[shown.state][language]}
            </span>
          )}
          {shown.submittedAt && (
            <span>{words.case.submittedAt(shortMomentWords(shown.submittedAt, language))}</span>
          )}
          {shown.grid && <span>{words.case.inGrid(shown.grid)}</span>}
          {claimedBy && (
            <span class={claimedByMe ? 'row-mine' : ''}>
              {claimedByMe ? words.queue.mine : words.queue.claimedBy(personWords(claimedBy, words))}
            </span>
          )}
        </p>
      </div>
      <div class="case-claim">
        {onClaim && (
          <Button isDisabled={isBusy} onClick={onClaim}>
            {words.case.claim}
          </Button>
        )}
        {onRelease && (
          <Button isDisabled={isBusy} onClick={onRelease}>
            {words.case.release}
          </Button>
        )}
      </div>
    </header>
  );
}
