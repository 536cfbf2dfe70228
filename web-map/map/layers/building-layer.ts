import { LayerGroup, Polygon, SVG } from 'leaflet';
import { METERS_PER_DEGREE } from '../../../shared/geo/distance.ts';
import type { Position } from '../../../shared/geo/position.ts';
import type { MapStage } from '../map-stage.ts';
import { latLngsOf } from './lat-lngs-of.ts';

/** A building with the people of the layer that is looked at. */
export type MapBuilding = { position: Position; people: number };

/** From the middle of a square to its side: of a house, and what a thousand people add. */
const LEAST_METERS = 7;
const METERS_OF_THOUSAND = 15;

/** Buildings as squares that say by their size how many people are in them. One path: there may be 20,000. */
export const createBuildingLayer = ({ map, toMap }: MapStage) => {
  const renderer = new SVG({ pane: 'buildings', padding: 0.5 });
  const group = new LayerGroup().addTo(map);
  return {
    draw(buildings: readonly MapBuilding[]): void {
      group.clearLayers();
      if (buildings.length === 0) return;
      const squares = latLngsOf({ type: 'MultiPolygon', coordinates: buildings.map(squareOf) }, toMap);
      new Polygon(squares, { renderer, className: 'building', smoothFactor: 0, interactive: false }).addTo(
        group,
      );
    },
  };
};

const squareOf = ({ position: [lng, lat], people }: MapBuilding): Position[][] => {
  const meters = LEAST_METERS + METERS_OF_THOUSAND * Math.sqrt(people / 1000);
  const north = meters / METERS_PER_DEGREE;
  const east = north / Math.cos((lat * Math.PI) / 180);
  return [
    [
      [lng - east, lat - north],
      [lng + east, lat - north],
      [lng + east, lat + north],
      [lng - east, lat + north],
      [lng - east, lat - north],
    ],
  ];
};
