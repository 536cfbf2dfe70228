import type { Position } from '../../shared/geo/position.ts';
import type { Kind, Tier } from '../../shared/place/kind.ts';
import type { OpenState } from '../../shared/place/open-state.ts';

/** What a marker tells of a place. `position` is WGS-84. */
export type MapPlace = {
  id: string;
  name: string;
  position: Position;
  kind: Kind;
  tier?: Tier;
  status: OpenState['status'];
  badge?: 'broken' | 'stale' | 'centre';
  illustrative: boolean;
};
