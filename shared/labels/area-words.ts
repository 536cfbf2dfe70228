import type { AreaKind, DemandLayer } from '../area/area.ts';
import type { WordsOf } from './words.ts';

export const AREA_KIND_WORDS: WordsOf<AreaKind> = {
  grid: { zh: '网格', en: 'Grid' },
  neighbourhood: { zh: '居民区', en: 'Neighbourhood' },
};

export const DEMAND_LAYER_WORDS: WordsOf<DemandLayer> = {
  residents: { zh: '居民', en: 'Residents' },
  households: { zh: '家庭', en: 'Households' },
  riders: { zh: '骑手', en: 'Riders' },
  workers: { zh: '就业者', en: 'Workers' },
  night_riders: { zh: '夜间骑手（23 时）', en: 'Night riders (23:00)' },
};
