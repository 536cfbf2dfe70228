import { DivIcon, LayerGroup, Marker } from 'leaflet';
import type { Position } from '../../../shared/geo/position.ts';
import type { MapStage } from '../map-stage.ts';

/** A site that was suggested: its number in the list beside the map, and what a press on it does, in words. */
export type MapProposal = { index: number; position: Position; label: string };

/** Suggested sites as numbers; the list beside the map does the same for the keyboard. */
export const createProposalLayer = ({ map, toMap }: MapStage, events: { onChoose(index: number): void }) => {
  const group = new LayerGroup().addTo(map);
  return {
    draw(proposals: readonly MapProposal[]): void {
      group.clearLayers();
      for (const { index, position, label } of proposals) {
        const html = document.createElement('div');
        html.className = 'proposal';
        html.title = label;
        html.append(`${index + 1}`);
        new Marker(toMap(position), {
          icon: new DivIcon({ html, className: 'proposal-anchor', iconSize: [32, 32] }),
          pane: 'facilities',
          keyboard: false,
          zIndexOffset: 1000,
        })
          .on('click', () => events.onChoose(index))
          .addTo(group);
      }
    },
  };
};
