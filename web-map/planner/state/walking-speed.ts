import type { Speed } from './url-state.ts';

/** How far people come in a minute: planning's walk, that of the elderly, and riders on an e-bike (15 km/h). */
export const METERS_PER_MINUTE: Readonly<Record<Speed, number>> = { walk: 60, elderly: 48, ebike: 250 };
