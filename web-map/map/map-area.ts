import type { Outline } from '../../shared/subdistrict/subdistrict.ts';

/** A subdistrict as the map shows it: its border (WGS-84) and how many places it has. */
export type MapArea = { code: string; name: string; outline: Outline; total: number };
