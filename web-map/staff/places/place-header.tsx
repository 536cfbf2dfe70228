import type { Ref } from 'preact';
import { PLACE_STATE_WORDS } from '../../../shared/labels/place-words.ts';
import type { PlaceRecord } from '../../../shared/place/place-record.ts';
import { tagOfText } from '../../i18n/language.ts';
import { agoPhrase } from '../../i18n/phrases.ts';
import { nameOf } from '../../i18n/place-phrases.ts';
import { IconButton } from '../../ui/button.tsx';
import { Tag } from '../../ui/tag.tsx';
import { open } from '../state/address.ts';
import { now } from '../state/page-state.ts';
import { categoryLine } from '../words/category-line.ts';
import { momentWords } from '../words/moment-words.ts';
import { useWords } from '../words/use-words.ts';

/** Which place this is, how it stands on the map, and when somebody last saw it. */
export function PlaceHeader({
  record,
  heading,
  onBack,
}: {
  record: PlaceRecord;
  heading: Ref<HTMLHeadingElement>;
  onBack: () => void;
}) {
  const { words, language } = useWords();
  const { suspension, mergedInto, pendingChange } = record;
  return (
    <header class="case-header">
      <span class="detail-back detail-back-always">
        <IconButton icon="back" label={words.place.back} onClick={onBack} />
      </span>
      <div class="case-title">
        <h2 ref={heading} tabIndex={-1} lang={tagOfText(nameOf(record, language), language)}>
          {nameOf(record, language)}
        </h2>
        <p class="case-tags">
          <Tag>{categoryLine(record, language)}</Tag>
          <Tag kind={record.state === 'published' ? 'plain' : 'broken'}>
            {PLACE_STATE_WORDS[record.state][language]}
          </Tag>
          {record.illustrative && <Tag kind="sample">{words.sampleData}</Tag>}
        </p>
        <p class="case-facts">
          <span>
            {record.verifiedAt
              ? words.place.verifiedAgo(agoPhrase(record.verifiedAt, now.value, language))
              : words.place.neverVerified}
          </span>
          {suspension && (
            <span>
              {words.place.suspendedBecause(
                suspension.reason,
                suspension.until && momentWords(suspension.until, language),
              )}
            </span>
          )}
          {mergedInto && (
            <button type="button" class="plain-button" onClick={() => open({ place: mergedInto })}>
              {words.place.mergedInto}
            </button>
          )}
          {pendingChange && (
            <button
              type="button"
              class="plain-button"
              onClick={() => open({ section: 'review', case: pendingChange })}
            >
              {words.place.seePending}
            </button>
          )}
        </p>
      </div>
    </header>
  );
}
