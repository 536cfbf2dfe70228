import { DomEvent, type Map as LeafletMap } from 'leaflet';
import type { MapWords } from './map-words.ts';
import { svgElement } from './svg-element.ts';

/** The column of round buttons at the edge of the map. */
export const createControls = (map: LeafletMap, zoomBy: (steps: number) => void) => {
  const zoomIn = zoomButton('M12 5v14M5 12h14', () => zoomBy(1));
  const zoomOut = zoomButton('M5 12h14', () => zoomBy(-1));
  const element = document.createElement('div');
  element.className = 'map-controls';
  element.append(zoomIn, zoomOut);
  DomEvent.disableClickPropagation(element);
  DomEvent.disableScrollPropagation(element);
  map.on('zoomend', () => {
    zoomIn.setAttribute('aria-disabled', String(map.getZoom() >= map.getMaxZoom()));
    zoomOut.setAttribute('aria-disabled', String(map.getZoom() <= map.getMinZoom()));
  });
  return {
    element,
    setWords(words: MapWords): void {
      for (const [button, word] of [
        [zoomIn, words.zoomIn],
        [zoomOut, words.zoomOut],
      ] as const) {
        button.setAttribute('aria-label', word);
        button.title = word;
      }
    },
  };
};

const zoomButton = (path: string, press: () => void): HTMLButtonElement => {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'map-button';
  button.append(
    svgElement('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' }, svgElement('path', { d: path })),
  );
  button.addEventListener('click', press);
  return button;
};
