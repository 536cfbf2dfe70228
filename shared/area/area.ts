import * as z from 'zod';
import { LocalDate } from '../calendar/local-date.ts';
import { Position } from '../geo/position.ts';
import { SubdistrictCode } from '../place/place.ts';
import { plainLine } from '../place/plain-text.ts';
import { Outline } from '../subdistrict/subdistrict.ts';
import { DEMAND_LAYERS } from './demand-layers.ts';

/** What a subdistrict is divided into: grids (网格) of its staff, neighbourhoods (居民区) of its people. */
export const AreaKind = z.enum(['grid', 'neighbourhood']).meta({ id: 'AreaKind' });
export type AreaKind = z.infer<typeof AreaKind>;

/** Whose way is measured. */
export const DemandLayer = z.enum(DEMAND_LAYERS).meta({ id: 'DemandLayer' });
export type DemandLayer = z.infer<typeof DemandLayer>;

/** How many of whom; a layer that nobody counted is absent, which is not zero. */
export const People = z.partialRecord(DemandLayer, z.number().min(0).max(1_000_000)).meta({ id: 'People' });
export type People = z.infer<typeof People>;

/** Where numbers or borders come from, and as of when. */
export const DataSource = z
  .strictObject({
    name: plainLine(100).min(1),
    /** The day in Shanghai that the data describe, not that on which they were loaded. */
    date: LocalDate,
    /** Whether they are made up, to try things out. */
    illustrative: z.boolean(),
  })
  .meta({ id: 'DataSource' });
export type DataSource = z.infer<typeof DataSource>;

/** Whose count each layer is. */
export const PeopleSources = z.partialRecord(DemandLayer, DataSource).meta({ id: 'PeopleSources' });
export type PeopleSources = z.infer<typeof PeopleSources>;

/** A grid or a neighbourhood. */
export const Area = z
  .object({
    subdistrict: SubdistrictCode,
    kind: AreaKind,
    /** Unique within its kind and subdistrict. */
    code: z.string().regex(/^[\p{L}\p{N}-]{1,20}$/u),
    name: plainLine(40).min(1),
    /** WGS-84. */
    outline: Outline,
    source: DataSource,
    people: People,
    /** Of each layer that was counted. */
    peopleSources: PeopleSources,
  })
  .meta({ id: 'Area' });
export type Area = z.infer<typeof Area>;

/** A residential building with its people: where it is given, demand stands there and not all over the area. */
export const Building = z
  .object({
    /** WGS-84. */
    position: Position,
    people: People,
  })
  .meta({ id: 'Building' });
export type Building = z.infer<typeof Building>;
