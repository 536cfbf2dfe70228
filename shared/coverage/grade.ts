/** From worst to best: three colours as streets know them from 三色预警, and one for what is well. */
export const GRADES = ['red', 'orange', 'yellow', 'green'] as const;
export type Grade = (typeof GRADES)[number];

/** A share below `red` is red, below `orange` orange, below `yellow` yellow, else green. */
export type GradeThresholds = { red: number; orange: number; yellow: number };

export const GRADE_THRESHOLDS: GradeThresholds = { red: 0.5, orange: 0.75, yellow: 0.9 };

/** The grade of a covered share, 0 to 1; nothing can be said of an area without people or cells. */
export const gradeOf = (
  share: number | undefined,
  thresholds: GradeThresholds = GRADE_THRESHOLDS,
): Grade | undefined => {
  if (share === undefined) return undefined;
  if (share < thresholds.red) return 'red';
  if (share < thresholds.orange) return 'orange';
  return share < thresholds.yellow ? 'yellow' : 'green';
};
