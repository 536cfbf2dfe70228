import type { Position } from '../../../shared/geo/position.ts';

/** One thing of a sketched map. `line` is WGS-84; land and parks are rings, their last position the first. */
export type SketchFeature = {
  kind: 'land' | 'waterway' | 'park' | 'road' | 'street' | 'metro';
  name?: string;
  /** Where along the line the name stands, 0 to 1; half-way unless said. */
  nameAt?: number;
  line: readonly Position[];
};
