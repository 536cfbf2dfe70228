import { CATEGORY_WORDS, TIER_WORDS } from '../../../shared/labels/place-words.ts';
import type { Place } from '../../../shared/place/place.ts';
import type { Language } from '../../i18n/language.ts';

/** `暖新巢 · 枢纽站`. */
export const categoryLine = (
  { category, tier }: Pick<Place, 'category' | 'tier'>,
  language: Language,
): string =>
  [CATEGORY_WORDS[category][language], tier && TIER_WORDS[tier][language]].filter((part) => part).join(' · ');
