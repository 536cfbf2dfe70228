import { Circle, DivIcon, LayerGroup, Marker, SVG } from 'leaflet';
import type { MapStage } from '../map-stage.ts';
import type { OwnPosition } from '../map-view.ts';

/** The rider's dot with the circle of its accuracy, or the mark of a position chosen by hand. */
export const createOwnPositionLayer = ({ map, toMap }: MapStage) => {
  const group = new LayerGroup().addTo(map);
  const renderer = new SVG({ pane: 'own', padding: 0.5 });
  return {
    draw(own: OwnPosition | undefined): void {
      group.clearLayers();
      if (!own) return;
      const point = toMap(own.position);
      if (own.accuracyMeters !== undefined) {
        new Circle(point, {
          radius: own.accuracyMeters,
          renderer,
          className: 'own-accuracy',
          interactive: false,
        }).addTo(group);
      }
      new Marker(point, {
        icon: new DivIcon({ className: own.chosen ? 'own-chosen' : 'own-dot', iconSize: [22, 22] }),
        pane: 'own',
        keyboard: false,
        interactive: false,
      }).addTo(group);
    },
  };
};
