import type { BaseLayerConfig } from '../../shared/site/site-config.ts';
import type { MapWords } from './map-words.ts';

/** The line that says whose map this is, with its review number; always visible. */
export const createAttribution = (baseLayer: BaseLayerConfig) => {
  const element = document.createElement('p');
  element.className = 'map-attribution';
  return {
    element,
    setWords(words: MapWords): void {
      element.textContent = attributionText(baseLayer, words);
    },
  };
};

/** Attribution and, where the provider has one, review number. */
export const attributionText = (baseLayer: BaseLayerConfig, words: MapWords): string => {
  if (baseLayer.type === 'sketch') return words.sketchAttribution;
  const { attribution, reviewNumber } = baseLayer;
  return reviewNumber ? `${attribution} · ${words.reviewNumber} ${reviewNumber}` : attribution;
};
