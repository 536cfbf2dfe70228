import type { Area } from '../../../shared/area/area.ts';
import { distanceMeters } from '../../../shared/geo/distance.ts';
import { isWithin } from '../../../shared/geo/polygon.ts';
import type { Position } from '../../../shared/geo/position.ts';
import { insideOf } from '../../map/layers/inside-of.ts';

/** The areas that places are called after: neighbourhoods where there are any, else grids. */
export const namingAreas = (areas: readonly Area[]): readonly Area[] => {
  const neighbourhoods = areas.filter(({ kind }) => kind === 'neighbourhood');
  return neighbourhoods.length > 0 ? neighbourhoods : areas;
};

/** The name of the area that a position, WGS-84, lies in, else of the one whose middle is nearest. */
export function areaNameAt(position: Position, areas: readonly Area[]): string | undefined {
  const candidates = namingAreas(areas);
  const around = candidates.find(({ outline }) => isWithin(position, outline, 0));
  if (around) return around.name;
  const farOf = ({ outline }: Area) => distanceMeters(position, insideOf(outline));
  return [...candidates].sort((a, b) => farOf(a) - farOf(b))[0]?.name;
}
