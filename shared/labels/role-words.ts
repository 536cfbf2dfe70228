import type { Role } from '../access/role.ts';
import type { WordsOf } from './words.ts';

export const ROLE_WORDS: WordsOf<Role> = {
  steward: { zh: '站长', en: 'Station steward' },
  grid_staff: { zh: '网格员', en: 'Grid staff' },
  reviewer: { zh: '审核员', en: 'Reviewer' },
  planner: { zh: '规划员', en: 'Planner' },
  subdistrict_admin: { zh: '街道管理员', en: 'Subdistrict admin' },
  system_admin: { zh: '系统管理员', en: 'System admin' },
};
