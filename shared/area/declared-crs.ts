import type { Crs } from '../geo/position.ts';
import { type AreaFinding, areaFinding } from './area-finding.ts';

/** Names of the one system that GeoJSON has, and of the Chinese one that is the same within a metre. */
const WGS84_NAMES = /CRS84|4326|4490/;

/** A file of an older GeoJSON may name its CRS; where that is another than was declared, one of them may be wrong. */
export const declaredCrs = (member: unknown, crs: Crs): AreaFinding[] => {
  const { properties } = (member ?? {}) as { properties?: { name?: unknown } | null };
  const name = properties?.name;
  if (typeof name !== 'string' || (crs === 'wgs84' && WGS84_NAMES.test(name))) return [];
  return [areaFinding('other_crs_declared', { values: { crs: name.slice(0, 60) } })];
};
