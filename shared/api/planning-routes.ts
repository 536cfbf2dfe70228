import * as z from 'zod';
import { Area, AreaKind, Building, DataSource } from '../area/area.ts';
import { AreaFinding } from '../area/area-finding.ts';
import { MOST_BUILDING_BYTES, MOST_BUILDINGS, MOST_GIVEN_AREAS } from '../area/area-limits.ts';
import { PeopleEffect } from '../area/people-effect.ts';
import { Coverage, CoverageWarning } from '../coverage/coverage-answer.ts';
import { Gap } from '../coverage/gap-feature.ts';
import { ProposedSites } from '../coverage/proposed-sites.ts';
import { ScenarioChanges } from '../coverage/scenario-change.ts';
import { Standard } from '../coverage/standard.ts';
import { ListedScenario, Scenario, ScenarioId, ScenarioInput } from '../coverage/stored-scenario.ts';
import { Crs, Position } from '../geo/position.ts';
import { Moment } from '../place/open-state.ts';
import { SubdistrictCode } from '../place/place.ts';
import { CoverageBody, CoverageQuery } from './coverage-query.ts';
import { paths } from './paths.ts';
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

/** What is published and, before it, what the subdistrict says itself (`source`: `subdistrict`). */
const Standards = z.object({ standards: z.array(Standard), version: z.int() });

const Preview = z.object({
  areas: z.array(Area),
  findings: z.array(AreaFinding),
  likelyCrs: Crs.optional(),
  saved: z.boolean(),
});

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
        features: z.array(z.unknown()).max(MOST_GIVEN_AREAS),
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
    response: Preview.omit({ likelyCrs: true }).extend({ effect: PeopleEffect }),
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
    limit: { calls: 120, seconds: 60 },
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
    limit: { calls: 120, seconds: 60 },
    summary: 'What the class does not reach, most people first.',
  },
  exportCoverage: {
    ...base,
    key: paths.exportCoverage,
    query: CoverageQuery.omit({ class: true }).extend({ language: z.enum(['zh', 'en']).default('zh') }),
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    response: z.string(),
    limit: { calls: 6, seconds: 60 },
    summary: 'Areas by classes as a workbook.',
  },
  proposeSites: {
    ...base,
    key: paths.proposeSites,
    body: CoverageBody.extend({
      /** How many sites, those that are locked included. */
      count: z.int().min(1).max(20),
      candidates: z.array(Position).min(1).max(2000).optional(),
      /** Sites that are decided on and come first; what exists, and what `changes` add, stays in any case. */
      locked: z.array(Position).max(20).optional(),
      changes: ScenarioChanges.optional(),
    }),
    bodyLimit: 200_000,
    response: ProposedSites,
    limit: { calls: 30, seconds: 60 },
    summary: 'Where new facilities reach most people who have none, with a bound on what the best could do.',
  },
  listScenarios: {
    ...base,
    key: paths.listScenarios,
    response: z.object({ scenarios: z.array(ListedScenario) }),
    summary: 'The scenarios of a subdistrict without what they change, newest first.',
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
    ifMatch: true,
    response: z.object({ deletedAt: Moment }),
    summary: 'Deletes a scenario.',
  },
  getNetwork: {
    ...base,
    key: paths.getNetwork,
    mediaType: 'application/octet-stream',
    response: z.string(),
    cache: 'own',
    summary: 'The street network of a subdistrict in its compact form, for the planner’s own computer.',
  },
} as const satisfies RouteTable;
