/** Whose way can be measured. `night_riders`: riders on the road at 23:00. Free of zod, so that pages can afford it. */
export const DEMAND_LAYERS = ['residents', 'households', 'riders', 'workers', 'night_riders'] as const;
