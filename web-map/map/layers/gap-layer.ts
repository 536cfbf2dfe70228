import { DivIcon, LayerGroup, Marker, Polygon, SVG } from 'leaflet';
import type { Position } from '../../../shared/geo/position.ts';
import type { Outline } from '../../../shared/subdistrict/subdistrict.ts';
import type { MapStage } from '../map-stage.ts';
import { latLngsOf } from './lat-lngs-of.ts';
import type { MapLabel } from './place-labels.ts';

/** A part that nothing reaches; `label` says how many people live there. */
export type MapGap = {
  rank: number;
  outline: Outline;
  middle: Position;
  label: string | undefined;
  isChosen: boolean;
};

/** Gaps are hatched in ink over whatever grade lies below, and the larger ones say how many people they hold; that label chooses one. */
export const createGapLayer = (
  { map, toMap }: MapStage,
  { onChoose, onHover }: { onChoose(rank: number): void; onHover(rank: number | undefined): void },
) => {
  const renderer = new SVG({ pane: 'gaps', padding: 0.5 });
  const group = new LayerGroup().addTo(map);
  let labels: MapLabel[] = [];
  return {
    /** What the gaps say, most people first. */
    labels: (): readonly MapLabel[] => labels,
    draw(gaps: readonly MapGap[]): void {
      group.clearLayers();
      labels = [];
      for (const { rank, outline, middle, label, isChosen } of gaps) {
        new Polygon(latLngsOf(outline, toMap), {
          renderer,
          className: isChosen ? 'gap gap-chosen' : 'gap',
          fillColor: 'url(#gap-hatch)',
          fillOpacity: 1,
          smoothFactor: 0.5,
          // The ground stays the area's: one gap may cover all of them.
          interactive: false,
        }).addTo(group);
        if (label === undefined) continue;
        const html = document.createElement('span');
        html.className = isChosen ? 'gap-label gap-label-chosen' : 'gap-label';
        html.append(label);
        const marker = new Marker(toMap(middle), {
          icon: new DivIcon({ html, className: 'gap-label-anchor', iconSize: [0, 0] }),
          pane: 'labels',
          keyboard: false,
          // Above the names of areas, wherever the two meet.
          zIndexOffset: 10_000,
        })
          .on('click', () => onChoose(rank))
          .on('mouseover', () => onHover(rank))
          .on('mouseout', () => onHover(undefined))
          .addTo(group);
        labels.push({ marker, isChosen });
      }
    },
  };
};
