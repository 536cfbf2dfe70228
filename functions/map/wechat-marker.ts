import type { WechatMarker } from '../../shared/api/answers.ts';
import { OPEN_STATE_WORDS } from '../../shared/labels/time-words.ts';
import { stateAt } from './asked-places.ts';
import type { Near } from './nearest.ts';

const SIZE = { centre: 40, hub: 36, grid: 32, micro: 28 } as const;
const ORDINARY_SIZE = 32;

/**
 * The marker of a place for the mini-program's `<map>`. `iconPath` names an image of the mini-program's
 * package, one for each kind and open state.
 */
export const wechatMarker = ({ place }: Near, moment: Date): WechatMarker => {
  const { markerId, name, kind, tier } = place.properties;
  const { status } = stateAt(place.properties, moment).state;
  const [longitude, latitude] = place.positionIn('gcj02');
  const size = tier ? SIZE[tier] : ORDINARY_SIZE;
  return {
    id: markerId,
    placeId: place.id,
    latitude,
    longitude,
    title: name,
    iconPath: `/images/markers/${kind}-${status}.png`,
    width: size,
    height: size,
    joinCluster: true,
    callout: {
      content: `${name}\n${OPEN_STATE_WORDS[status].zh}`,
      display: 'BYCLICK',
      padding: 8,
      borderRadius: 8,
    },
  };
};
