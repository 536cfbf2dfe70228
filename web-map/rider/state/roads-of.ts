import { distanceMeters } from '../../../shared/geo/distance.ts';
import type { Position } from '../../../shared/geo/position.ts';
import type { PlaceFeature } from '../../../shared/place/place-summary.ts';

/** A road that addresses name, and the middle of the places on it. */
export type Road = { name: string; position: Position };

/** A road's name in an address; 华阳路街道 and 活力中山街区 name areas, not roads. */
const ROAD = /\p{Script=Han}{1,5}?(?:路(?!街道)|街(?![道区坊])|大道)/u;

/** The roads that the addresses of places name, nearest first: the streets to choose from without a position. */
export function roadsOf(places: readonly PlaceFeature[], near: Position, limit: number): Road[] {
  const positions = new Map<string, Position[]>();
  for (const { properties, geometry } of places) {
    const name = ROAD.exec(properties.address)?.[0];
    if (name) positions.set(name, [...(positions.get(name) ?? []), geometry.coordinates]);
  }
  return [...positions]
    .map(([name, on]) => ({ name, position: middleOf(on) }))
    .sort((a, b) => distanceMeters(a.position, near) - distanceMeters(b.position, near))
    .slice(0, limit);
}

const middleOf = (positions: readonly Position[]): Position => [
  positions.reduce((sum, [lng]) => sum + lng, 0) / positions.length,
  positions.reduce((sum, [, lat]) => sum + lat, 0) / positions.length,
];
