import * as z from 'zod';
import { Area, AreaKind, Building, DataSource, DemandLayer } from '../area/area.ts';
import { AreaFinding } from '../area/area-finding.ts';
import { MOST_BUILDING_BYTES, MOST_BUILDINGS } from '../area/area-limits.ts';
import { Coverage, CoverageWarning, FacilityClass } from '../coverage/coverage-answer.ts';
import { Speed, Standard } from '../coverage/standard.ts';
import { Crs, Position } from '../geo/position.ts';
import { PersonCard } from '../person/person.ts';
import { Moment } from '../place/open-state.ts';
import { PlaceId, SubdistrictCode } from '../place/place.ts';
import { plainText } from '../place/plain-text.ts';
import { Outline } from '../subdistrict/subdistrict.ts';
import { paths } from './paths.ts';
import { decimalNumber, wholeNumber } from './queries.ts';
import type { RouteTable } from './route.ts';

const nothing = z.strictObject({});
const ofSubdistrict = z.strictObject({ code: SubdistrictCode });
const base = {
  context: 'planning',
  params: ofSubdistrict,
  query: nothing,
  access: { roles: ['planner'], subdistrictFrom: 'path' },
  mediaType: 'application/json',
  cache: 'none',
} as const;

const ScenarioId = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/);

/** A moment of this century with its offset. */
const AskedMoment = z.iso
  .datetime({ offset: true })
  .refine((text) => /^20\d\d/.test(text), 'a moment of this century');

/** How coverage is asked for: a class, how far, by which way, at what hour, whose. */
export const CoverageQuery = z.strictObject({
  class: FacilityClass,
  meters: wholeNumber(50, 5000).optional(),
  minutes: wholeNumber(1, 60).optional(),
  mode: z.enum(['circle', 'network']).default('circle'),
  detour: decimalNumber(1, 3).optional(),
  speed: Speed.default('walk'),
  at: AskedMoment.optional().meta({ description: 'Only what is open then; without it hours are ignored.' }),
  demand: DemandLayer.default('residents'),
  scenario: ScenarioId.optional().meta({ description: 'As it would be in this scenario.' }),
});
export type CoverageQuery = z.output<typeof CoverageQuery>;

/** What is published and, before it, what the subdistrict says itself (`source`: `subdistrict`). */
const Standards = z.object({ standards: z.array(Standard), version: z.int() });

const Preview = z.object({
  areas: z.array(Area),
  findings: z.array(AreaFinding),
  likelyCrs: Crs.optional(),
  saved: z.boolean(),
});

/** A part of the subdistrict that no facility of the class reaches. */
export const Gap = z
  .object({
    type: z.literal('Feature'),
    id: z.int(),
    geometry: Outline,
    properties: z.object({
      rank: z.int(),
      people: z.number().optional(),
      squareMeters: z.number(),
      worstMeters: z.number().optional(),
      nearest: z.object({ place: PlaceId, name: z.string(), meters: z.number() }).optional(),
    }),
  })
  .meta({ id: 'Gap' });
export type Gap = z.infer<typeof Gap>;

/** One thing that a scenario changes. */
export const ScenarioChange = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('add'),
    id: z.string().max(40),
    class: FacilityClass,
    name: plainText(60),
    position: Position,
  }),
  z.strictObject({ type: z.literal('move'), place: PlaceId, position: Position }),
  z.strictObject({ type: z.literal('remove'), place: PlaceId }),
]);
export type ScenarioChange = z.infer<typeof ScenarioChange>;

export const Scenario = z
  .object({
    id: z.string(),
    subdistrict: SubdistrictCode,
    name: plainText(60).min(1),
    note: plainText(500).optional(),
    changes: z.array(ScenarioChange).max(100),
    by: PersonCard.optional(),
    createdAt: Moment,
    updatedAt: Moment,
    version: z.int(),
  })
  .meta({ id: 'Scenario' });
export type Scenario = z.infer<typeof Scenario>;

const ScenarioInput = z.strictObject({
  name: plainText(60).min(1),
  note: plainText(500).optional(),
  changes: z.array(ScenarioChange).max(100),
});

/** Where new facilities of a class do most, and how far from the best possible that may be. */
export const ProposedSites = z
  .object({
    sites: z.array(
      z.object({
        position: Position,
        /** What it adds to those before it. */
        gained: z.number(),
        /** What is covered with it and those before it, and its share of all. */
        covered: z.number(),
        coveredShare: z.number(),
      }),
    ),
    /** Whether people are counted here or, where nobody was, square metres. */
    weightedBy: z.enum(['people', 'area']),
    total: z.number(),
    coveredBefore: z.number(),
    gained: z.number(),
    /** No choice of so many sites gains more than this. */
    bound: z.number(),
    /** (bound − gained) / bound: how far at most the best possible is from this. */
    gapToBound: z.number(),
    /** How many sites were chosen from and, where they were laid out evenly, how far apart. */
    candidates: z.int(),
    spacingMeters: z.number().optional(),
    meters: z.number(),
    dataDates: z.record(z.string(), z.string()),
    warnings: z.array(CoverageWarning),
  })
  .meta({ id: 'ProposedSites' });
export type ProposedSites = z.infer<typeof ProposedSites>;

/** What planners load, see and try. */
export const planningRoutes = {
  listAreas: {
    ...base,
    key: paths.listAreas,
    query: z.strictObject({ kind: AreaKind.optional() }),
    response: z.object({ areas: z.array(Area) }),
    summary: 'Grids and neighbourhoods with their people.',
  },
  importAreas: {
    ...base,
    key: paths.importAreas,
    body: z.strictObject({
      kind: AreaKind,
      crs: Crs,
      source: DataSource,
      /** A GeoJSON FeatureCollection of polygons; `code` and `name` among the properties. */
      collection: z.looseObject({
        type: z.literal('FeatureCollection'),
        features: z.array(z.unknown()).max(200),
      }),
      isDryRun: z.boolean(),
    }),
    bodyLimit: 5_000_000,
    response: Preview,
    summary:
      'Checks, mends and unless it is a dry run stores grids or neighbourhoods, all of a kind at once.',
  },
  importPeople: {
    ...base,
    key: paths.importPeople,
    body: z.strictObject({
      kind: AreaKind,
      source: DataSource,
      header: z.array(z.string().max(200)).min(1).max(60),
      rows: z
        .array(z.strictObject({ line: z.int().min(1), cells: z.array(z.string().max(400)).max(60) }))
        .min(1)
        .max(500),
      isDryRun: z.boolean(),
    }),
    bodyLimit: 1_000_000,
    response: Preview,
    summary: 'Population, households, riders and workers by area, from the rows of a table.',
  },
  listBuildings: {
    ...base,
    key: paths.listBuildings,
    response: z.object({ buildings: z.array(Building), source: DataSource.optional() }),
    summary: 'Residential buildings with their people; without a source nobody loaded any.',
  },
  importBuildings: {
    ...base,
    key: paths.importBuildings,
    body: z.strictObject({
      crs: Crs,
      source: DataSource,
      /** A GeoJSON FeatureCollection of points or polygons; `residents` and the other layers among the properties. */
      collection: z.looseObject({
        type: z.literal('FeatureCollection'),
        features: z.array(z.unknown()).max(MOST_BUILDINGS),
      }),
      isDryRun: z.boolean(),
    }),
    bodyLimit: MOST_BUILDING_BYTES,
    response: z.object({
      buildings: z.array(Building),
      findings: z.array(AreaFinding),
      likelyCrs: Crs.optional(),
      saved: z.boolean(),
    }),
    summary:
      'Checks and unless it is a dry run stores residential buildings, all at once; none removes them.',
  },
  getStandards: {
    ...base,
    key: paths.getStandards,
    response: Standards,
    summary:
      'The distances that classes should be within, each with its source; the subdistrict’s own first.',
  },
  saveStandards: {
    ...base,
    key: paths.saveStandards,
    body: z.strictObject({ standards: z.array(Standard).max(60) }),
    ifMatch: true,
    response: Standards,
    summary:
      'Replaces the distances that a subdistrict sets itself; published ones among them stay as they are.',
  },
  getCoverage: {
    ...base,
    key: paths.getCoverage,
    query: CoverageQuery,
    response: Coverage,
    cache: 'own',
    summary: 'How far a class is from a subdistrict, its grids, its neighbourhoods and their people.',
  },
  getGaps: {
    ...base,
    key: paths.getGaps,
    query: CoverageQuery,
    mediaType: 'application/geo+json',
    cache: 'own',
    response: z.object({
      type: z.literal('FeatureCollection'),
      meters: z.number(),
      dataDates: z.record(z.string(), z.string()),
      warnings: z.array(CoverageWarning),
      features: z.array(Gap),
    }),
    summary: 'What the class does not reach, most people first.',
  },
  exportCoverage: {
    ...base,
    key: paths.exportCoverage,
    query: CoverageQuery.omit({ class: true }),
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    response: z.string(),
    summary: 'Areas by classes as a workbook.',
  },
  proposeSites: {
    ...base,
    key: paths.proposeSites,
    body: z.strictObject({
      class: FacilityClass,
      meters: z.int().min(50).max(5000).optional(),
      minutes: z.int().min(1).max(60).optional(),
      mode: z.enum(['circle', 'network']).default('circle'),
      detour: z.number().min(1).max(3).optional(),
      speed: Speed.default('walk'),
      at: AskedMoment.optional(),
      demand: DemandLayer.default('residents'),
      count: z.int().min(1).max(20),
      candidates: z.array(Position).min(1).max(2000).optional(),
      changes: z.array(ScenarioChange).max(100).optional(),
    }),
    bodyLimit: 200_000,
    response: ProposedSites,
    limit: { calls: 30, seconds: 60 },
    summary: 'Where new facilities reach most people who have none, with a bound on what the best could do.',
  },
  listScenarios: {
    ...base,
    key: paths.listScenarios,
    response: z.object({ scenarios: z.array(Scenario) }),
    summary: 'The scenarios of a subdistrict, newest first.',
  },
  createScenario: {
    ...base,
    key: paths.createScenario,
    body: ScenarioInput,
    response: Scenario,
    status: 201,
    idempotent: true,
    summary: 'Stores a scenario, to be shared by its link.',
  },
  getScenario: {
    ...base,
    key: paths.getScenario,
    access: { roles: ['planner'], subdistrictFrom: 'stored' },
    params: z.strictObject({ id: ScenarioId }),
    response: Scenario,
    summary: 'A scenario.',
  },
  saveScenario: {
    ...base,
    key: paths.saveScenario,
    access: { roles: ['planner'], subdistrictFrom: 'stored' },
    params: z.strictObject({ id: ScenarioId }),
    body: ScenarioInput,
    ifMatch: true,
    response: Scenario,
    summary: 'Changes a scenario.',
  },
  deleteScenario: {
    ...base,
    key: paths.deleteScenario,
    access: { roles: ['planner'], subdistrictFrom: 'stored' },
    params: z.strictObject({ id: ScenarioId }),
    response: z.object({ deletedAt: Moment }),
    summary: 'Deletes a scenario.',
  },
  getNetwork: {
    ...base,
    key: paths.getNetwork,
    mediaType: 'application/octet-stream',
    response: z.string(),
    cache: 'none',
    summary: 'The street network of a subdistrict in its compact form, for the planner’s own computer.',
  },
} as const satisfies RouteTable;
