import { useEffect, useRef } from 'preact/hooks';
import { CONFIDENCE_WORDS } from '../../../shared/labels/time-words.ts';
import { tagOfText } from '../../i18n/language.ts';
import { distancePhrase } from '../../i18n/phrases.ts';
import { isSuspended, nameOf, openLine } from '../../i18n/place-phrases.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { PlaceSymbol } from '../../ui/place-symbol.tsx';
import { Tag } from '../../ui/tag.tsx';
import { CategoryTag } from '../list/place-facts.tsx';
import type { OpenPlace } from '../state/open-place.ts';
import { useStore, useWords } from '../store-context.ts';
import { sharePlace } from './share-place.ts';

/** The top of a place's page: name, open or not, how far, and the way there. */
export function DetailPeek({ place }: { place: OpenPlace }) {
  const store = useStore();
  const { words, language } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const { properties, more, openState } = place;
  const now = store.now.value;
  const name = nameOf(properties, language);
  const status = isSuspended(properties, now) ? 'suspended' : openState.status;
  const isThere = properties.state !== 'retired';

  useEffect(() => heading.current?.focus(), [place.id]);

  return (
    <div class="detail-peek">
      <div class="detail-bar">
        <IconButton icon="back" label={words.backToList} onClick={() => store.close('place')} />
        <h2 ref={heading} tabIndex={-1} class="detail-name" lang={tagOfText(name, language)}>
          {name}
        </h2>
        <IconButton
          icon="share"
          label={words.share}
          onClick={async () => {
            const outcome = await sharePlace(window, name, store.url.peek());
            if (outcome === 'copied') store.say(words.linkCopied);
            if (outcome === 'failed') store.say(words.linkNotCopied);
          }}
        />
      </div>
      <div class="place-row-title">
        <PlaceSymbol place={{ kind: properties.kind, status: openState.status }} />
        <CategoryTag place={properties} />
        {properties.illustrative && <Tag kind="sample">{words.illustrative}</Tag>}
        {isThere && (
          <span class="detail-way">
            {distancePhrase(place.distanceMeters, language)} · {words.walk(place.walkMinutes)}
          </span>
        )}
      </div>
      <p class="detail-open">
        <span class={`open-line open-${isThere ? status : 'closed'}`}>
          {openLine(properties, openState, now, language)}
        </span>
        {isThere && (
          <span class={`sure sure-${place.confidence.level}`}>
            {CONFIDENCE_WORDS[place.confidence.level][language]}
          </span>
        )}
      </p>
      {isThere && (
        <div class="detail-actions">
          <Button kind="primary" icon="go" onClick={() => store.open({ panel: 'go' })}>
            {words.goThere}
          </Button>
          {more?.phone && (
            <a class="weui-btn weui-btn_default" href={`tel:${more.phone.replace(/[^\d+]/g, '')}`}>
              {words.call} {more.phone}
            </a>
          )}
        </div>
      )}
    </div>
  );
}
