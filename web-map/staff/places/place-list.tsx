import { useEffect, useState } from 'preact/hooks';
import type { ResponseOf } from '../../../shared/api/client.ts';
import { KIND_WORDS, PLACE_STATE_WORDS } from '../../../shared/labels/place-words.ts';
import type { PlaceRecord } from '../../../shared/place/place-record.ts';
import { tagOfText } from '../../i18n/language.ts';
import { nameOf } from '../../i18n/place-phrases.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PlaceSymbol } from '../../ui/place-symbol.tsx';
import { Tag } from '../../ui/tag.tsx';
import { ChoiceChips } from '../parts/choice-chips.tsx';
import { ChoiceMenu } from '../parts/choice-menu.tsx';
import { GridMenu } from '../parts/grid-menu.tsx';
import { LoadMore } from '../parts/load-more.tsx';
import { Empty, Unanswered } from '../parts/notice.tsx';
import { narrow, url } from '../state/address.ts';
import { KINDS, PLACE_STATES } from '../state/codes.ts';
import { now } from '../state/page-state.ts';
import type { Pages } from '../state/use-pages.ts';
import { categoryLine } from '../words/category-line.ts';
import { recordMarker } from '../words/record-marker.ts';
import { useWords } from '../words/use-words.ts';

/** Typing pauses this long before the server is asked. */
const PAUSE = 300;

/** The list of places with what narrows it. */
export function PlaceList({
  pages,
  places,
  chosen,
  onChoose,
  onNew,
  isMapShown,
  onToggleMap,
}: {
  pages: Pages<ResponseOf<'listPlaceRecords'>>;
  places: readonly PlaceRecord[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
  onNew: () => void;
  isMapShown: boolean;
  onToggleMap: () => void;
}) {
  const { words, language } = useWords();
  const { placeState, placeKind, grid, query } = url.value;
  const isNarrowed = placeKind !== undefined || grid !== undefined || query !== '';
  return (
    <>
      <div class="list-tools">
        <SearchField />
        <ChoiceChips
          label={words.place.state}
          options={PLACE_STATES.map((code) => ({ code, word: PLACE_STATE_WORDS[code][language] }))}
          chosen={placeState}
          onChoose={(placeState) => narrow({ placeState })}
        />
        <div class="list-menus">
          <ChoiceMenu
            label={words.place.kind}
            all={words.place.allKinds}
            options={KINDS.map((code) => ({ code, word: KIND_WORDS[code][language] }))}
            chosen={placeKind}
            onChoose={(placeKind) => narrow({ placeKind })}
          />
          <GridMenu listed={places} />
          <button
            type="button"
            class="plain-button map-toggle"
            aria-pressed={isMapShown}
            onClick={onToggleMap}
          >
            <Icon id={isMapShown ? 'list' : 'map'} />
            {isMapShown ? words.place.showList : words.place.showMap}
          </button>
          <button type="button" class="plain-button" onClick={onNew}>
            <Icon id="plus" />
            {words.place.add}
          </button>
        </div>
        <p class="list-count" role="status">
          {pages.value &&
            (pages.loadMore ? words.placesLoaded(places.length) : words.placesFound(places.length))}
        </p>
      </div>
      <div class="list-scroll">
        <Unanswered answer={pages} rows={6} />
        {pages.value && places.length === 0 && (
          <Empty icon="pin" heading={words.place.empty}>
            {isNarrowed ? (
              <Button onClick={() => narrow({ placeKind: undefined, grid: undefined, query: '' })}>
                {words.clearFilters}
              </Button>
            ) : (
              <p>{words.place.emptyHint}</p>
            )}
          </Empty>
        )}
        <ul class="rows">
          {places.map((place) => (
            <li key={place.id}>
              <button
                type="button"
                class="row row-with-symbol"
                data-place={place.id}
                aria-current={place.id === chosen ? 'true' : undefined}
                onClick={() => onChoose(place.id)}
              >
                <PlaceSymbol place={recordMarker(place, now.value, language)} />
                <span class="row-body">
                  <span class="row-title">
                    <span class="row-name" lang={tagOfText(nameOf(place, language), language)}>
                      {nameOf(place, language)}
                    </span>
                    {place.illustrative && <Tag kind="sample">{words.sample}</Tag>}
                    {place.openSigns > 0 && <Tag kind="broken">{words.place.signs(place.openSigns)}</Tag>}
                    {place.pendingChange && <Tag kind="warm">{words.place.pending}</Tag>}
                  </span>
                  <span class="row-line" lang={tagOfText(place.address, language)}>
                    {[categoryLine(place, language), place.address].filter((part) => part).join(' · ')}
                  </span>
                </span>
              </button>
            </li>
          ))}
        </ul>
        <LoadMore pages={pages} />
      </div>
    </>
  );
}

function SearchField() {
  const { words } = useWords();
  const { query } = url.value;
  const [text, setText] = useState(query);
  useEffect(() => setText(query), [query]);
  useEffect(() => {
    if (text.trim() === query) return;
    const timer = setTimeout(() => narrow({ query: text.trim() }), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <search class="search-field">
      <Icon id="search" />
      <input
        type="search"
        aria-label={words.place.search}
        placeholder={words.place.searchPlaceholder}
        value={text}
        maxLength={60}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
    </search>
  );
}
