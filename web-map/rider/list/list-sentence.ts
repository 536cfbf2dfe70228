import type { Language } from '../../i18n/language.ts';
import type { Messages } from '../../i18n/messages.ts';
import { distancePhrase } from '../../i18n/phrases.ts';
import { nameOf } from '../../i18n/place-phrases.ts';
import type { ListState } from '../state/list-state.ts';

/** The state of the list in one sentence, for who hears it: how many places there are and which is the nearest. */
export function listSentence(list: ListState, words: Messages, language: Language): string {
  switch (list.name) {
    case 'loading':
      return words.loading;
    case 'results':
    case 'saved_results': {
      const { place, distanceMeters } = list.answer;
      const nearest = `${words.answerHeading}: ${nameOf(place.properties, language)}`;
      return [
        words.placesFound(list.others.length + 1),
        nearest,
        distancePhrase(distanceMeters, language),
      ].join(language === 'zh' ? '，' : ', ');
    }
    case 'none_open':
      return list.nearest
        ? words.nearestOpenIs(
            nameOf(list.nearest.place.properties, language),
            distancePhrase(list.nearest.distanceMeters, language),
          )
        : words.noneOpenHere;
    case 'none_found':
      return words.noneFoundHeading;
    case 'nothing_here':
      return list.reason === 'zoom_in' ? words.zoomInHeading : words.nothingHereHeading;
    case 'failed':
      return list.offline ? words.offlineHeading : words.failedHeading;
  }
}
