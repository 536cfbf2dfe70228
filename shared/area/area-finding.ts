import * as z from 'zod';
import { Position } from '../geo/position.ts';

/** What an import of areas or people can find. An error keeps everything from being stored, a warning does not. */
export const AREA_FINDINGS = {
  no_areas: 'error',
  too_many_areas: 'error',
  not_a_polygon: 'error',
  bad_coordinates: 'error',
  bad_position: 'error',
  not_degrees: 'error',
  missing_code: 'error',
  bad_code: 'error',
  missing_name: 'error',
  bad_name: 'error',
  hidden_characters: 'error',
  code_twice: 'error',
  name_twice: 'error',
  too_many_vertices: 'error',
  area_too_large: 'error',
  nothing_left: 'error',
  tangled: 'error',
  entangled: 'error',
  outside: 'error',
  far_outside: 'error',
  all_outside: 'error',
  likely_crs: 'warning',
  other_crs_declared: 'warning',
  partly_outside: 'warning',
  ring_closed: 'warning',
  self_crossing: 'warning',
  parts_overlap: 'warning',
  simplified: 'warning',
  sliver_dropped: 'warning',
  hole_filled: 'warning',
  snapped: 'warning',
  overlap: 'warning',
  gap: 'warning',
  not_covered: 'warning',
  people_kept: 'warning',
  people_lost: 'warning',

  no_area_column: 'error',
  no_people_column: 'error',
  no_people: 'error',
  column_twice: 'error',
  unknown_column: 'warning',
  unknown_area: 'error',
  code_and_name_differ: 'error',
  ambiguous_name: 'error',
  row_twice: 'error',
  not_a_number: 'error',
  negative: 'error',
  not_whole: 'error',
  too_many_people: 'error',
  missing_people: 'warning',
  area_without_row: 'warning',
  sums_differ: 'warning',
  buildings_count: 'warning',
  other_level_counts: 'warning',

  no_buildings: 'warning',
  not_a_building: 'error',
  all_buildings_outside: 'error',
  building_outside: 'warning',
  nobody_counted: 'warning',
  same_position: 'warning',
  area_sum_replaced: 'warning',
  more_findings: 'warning',
} as const satisfies Record<string, 'error' | 'warning'>;

export const AreaFindingCode = z.enum(
  Object.keys(AREA_FINDINGS) as [keyof typeof AREA_FINDINGS, ...(keyof typeof AREA_FINDINGS)[]],
);
export type AreaFindingCode = z.infer<typeof AreaFindingCode>;

/** What an import found, and where. */
export const AreaFinding = z
  .object({
    severity: z.enum(['error', 'warning']),
    code: AreaFindingCode,
    /** The feature's number in the file, from 1, or the line of the table. */
    at: z.int().optional(),
    name: z.string().optional(),
    values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    /** WGS-84. */
    position: Position.optional(),
  })
  .meta({ id: 'AreaFinding' });
export type AreaFinding = z.infer<typeof AreaFinding>;

/** A finding with the severity of its code. */
export const areaFinding = (
  code: AreaFindingCode,
  more: Omit<AreaFinding, 'code' | 'severity'> = {},
): AreaFinding => ({ severity: AREA_FINDINGS[code], code, ...more });

/** Whether nothing may be stored. */
export const hasErrors = (findings: readonly AreaFinding[]): boolean =>
  findings.some(({ severity }) => severity === 'error');
