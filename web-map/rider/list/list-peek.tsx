import { distancePhrase } from '../../i18n/phrases.ts';
import { nameOf } from '../../i18n/place-phrases.ts';
import { NEARBY_METERS } from '../state/standpoint.ts';
import { useStore, useWords } from '../store-context.ts';
import { AnswerCard, AnswerSkeleton } from './answer-card.tsx';
import { ListHeader } from './list-header.tsx';
import { State } from './state.tsx';

/** The top of the list, in sight also when the list is down: the answer, or why there is none. */
export function ListPeek() {
  const store = useStore();
  const { words, language } = useWords();
  const list = store.list.value;
  switch (list.name) {
    case 'loading':
      return (
        <>
          <ListHeader heading={words.loading} />
          <AnswerSkeleton />
        </>
      );
    case 'results':
    case 'saved_results':
      return (
        <>
          <ListHeader heading={words.answerHeading} />
          <AnswerCard ranked={list.answer} />
        </>
      );
    case 'none_open': {
      const { nearest } = list;
      const isFar = !nearest || nearest.distanceMeters > NEARBY_METERS;
      return (
        <State
          icon="clock"
          heading={isFar ? words.noneOpenHeading : words.noneOpenHere}
          text={
            nearest
              ? words.nearestOpenIs(
                  nameOf(nearest.place.properties, language),
                  distancePhrase(nearest.distanceMeters, language),
                )
              : list.closed.length > 0
                ? `${words.noneOpenAnywhere} ${words.seeWhenOpen}`
                : words.noneOpenAnywhere
          }
          actions={[
            ...(nearest
              ? [
                  {
                    label: words.showIt,
                    isPrimary: true,
                    onClick: () => store.open({ place: nearest.place.id, sheet: 'half' as const }),
                  },
                ]
              : []),
            ...(list.hidden > 0
              ? [{ label: words.showClosedToo, onClick: () => store.change({ openNow: false }) }]
              : []),
          ]}
        />
      );
    }
    case 'none_found': {
      const { query } = store.url.value;
      return (
        <State
          icon="search"
          heading={query.trim() ? words.noneFoundForQuery(query.trim()) : words.noneFoundHeading}
          text={words.noneFoundHint}
          actions={[{ label: words.clearFilters, isPrimary: true, onClick: store.clearFilters }]}
        />
      );
    }
    case 'nothing_here':
      return list.reason === 'zoom_in' ? (
        <State icon="map" heading={words.zoomInHeading} text={words.zoomInHint} actions={[]} />
      ) : (
        <State icon="map" heading={words.nothingHereHeading} text={words.nothingHereHint} actions={[]} />
      );
    case 'failed':
      return (
        <State
          icon={list.offline ? 'offline' : 'warning'}
          heading={list.offline ? words.offlineHeading : words.failedHeading}
          text={list.offline ? words.offlineHint : words.failedHint}
          actions={[{ label: words.retry, isPrimary: true, onClick: store.retry }]}
        />
      );
  }
}
