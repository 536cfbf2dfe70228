import type { AreaKind } from '../../shared/area/area.ts';

/** Builders of the keys of what planners load and try, beside those of `keys.ts`. */

/** The item that says which areas of a kind are current. */
export const areasKey = (subdistrict: string, kind: AreaKind) => ({
  PK: `SUB#${subdistrict}`,
  SK: `AREAS#${kind}`,
});

/** One part of the areas of a version: as many as an item takes. */
export const areasPartKey = (subdistrict: string, kind: AreaKind, version: number, part: number) => ({
  PK: `SUB#${subdistrict}`,
  SK: `AREAS#${kind}#${version}#${part}`,
});

/** The item that says which residential buildings are current, where they come from and as of when. */
export const buildingsKey = (subdistrict: string) => ({ PK: `SUB#${subdistrict}`, SK: 'BUILDINGS' });

/** One part of the buildings of a version: as many as an item takes. */
export const buildingsPartKey = (subdistrict: string, version: number, part: number) => ({
  PK: `SUB#${subdistrict}`,
  SK: `BUILDINGS#${version}#${part}`,
});

export const scenarioKey = (id: string) => ({ PK: `SCENARIO#${id}`, SK: 'SCENARIO' });
