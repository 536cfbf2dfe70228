import type { AreaKind, DemandLayer } from '../../../shared/area/area.ts';
import { DEMAND_LAYERS } from '../../../shared/area/demand-layers.ts';
import type { FacilityClass } from '../../../shared/coverage/coverage-answer.ts';
import { COVERAGE_CLASSES } from '../../../shared/coverage/coverage-class.ts';
import { MOST_METERS, MOST_MINUTES, SPEEDS, type Speed } from '../../../shared/coverage/reach.ts';
import {
  flag,
  matching,
  oneOf,
  type Parameters,
  readParameters,
  ULID,
  writeParameters,
} from '../../address/url-parameters.ts';

export const VIEWS = ['overview', 'scenario', 'data'] as const;
export type View = (typeof VIEWS)[number];

export const DAYS = ['workday', 'weekend', 'holiday'] as const;
export type Day = (typeof DAYS)[number];

export const LAYERS = ['grades', 'gaps', 'reached', 'facilities', 'buildings'] as const;
export type MapLayer = (typeof LAYERS)[number];

/** What the address of the page holds after its `#`: what is asked, what is looked at, what is compared. */
export type UrlState = {
  subdistrict: string | undefined;
  view: View;
  class: FacilityClass;
  /** Absent where the standard of the class decides. */
  meters: number | undefined;
  minutes: number | undefined;
  mode: 'circle' | 'network';
  /** Of the minutes: without them it is nothing. */
  speed: Speed;
  /** 0 to 24; absent where hours are ignored. */
  hour: number | undefined;
  day: Day;
  demand: DemandLayer;
  areaKind: AreaKind;
  /** The code of the chosen area, of `areaKind`. */
  area: string | undefined;
  layers: readonly MapLayer[];
  /** A class whose column the table is sorted by; absent for the order of codes. */
  sort: FacilityClass | undefined;
  isDescending: boolean;
  scenario: string | undefined;
  /** The scenario beside which the first one is laid. */
  compared: string | undefined;
};

export const EMPTY_URL_STATE: UrlState = {
  subdistrict: undefined,
  view: 'overview',
  class: 'rest_stations',
  meters: undefined,
  minutes: undefined,
  mode: 'circle',
  speed: 'walk',
  hour: undefined,
  day: 'workday',
  demand: 'residents',
  areaKind: 'grid',
  area: undefined,
  layers: ['grades', 'gaps', 'facilities'],
  sort: undefined,
  isDescending: false,
  scenario: undefined,
  compared: undefined,
};

const wholeBetween = (least: number, most: number) => (text: string) => {
  const value = Number(text);
  return /^\d+$/.test(text) && value >= least && value <= most ? value : undefined;
};

/** THE table: every parameter, in the order in which it is written. */
const PARAMETERS: Parameters<UrlState> = {
  subdistrict: { name: 'street', read: matching(/^\d{9}$/) },
  view: { name: 'view', read: oneOf(VIEWS) },
  class: { name: 'class', read: oneOf(COVERAGE_CLASSES) },
  meters: { name: 'meters', read: wholeBetween(50, MOST_METERS) },
  minutes: { name: 'minutes', read: wholeBetween(1, MOST_MINUTES) },
  mode: { name: 'mode', read: oneOf(['circle', 'network'] as const) },
  speed: { name: 'speed', read: oneOf(Object.keys(SPEEDS) as Speed[]) },
  hour: { name: 'hour', read: wholeBetween(0, 24) },
  day: { name: 'day', read: oneOf(DAYS) },
  demand: { name: 'people', read: oneOf(DEMAND_LAYERS) },
  areaKind: { name: 'areas', read: oneOf(['grid', 'neighbourhood'] as const) },
  area: { name: 'area', read: matching(/^[\p{L}\p{N}-]{1,20}$/u) },
  layers: {
    name: 'layers',
    read: (text) => LAYERS.filter((layer) => text.split('.').includes(layer)),
    write: (layers) => layers.join('.') || 'none',
  },
  sort: { name: 'sort', read: oneOf(COVERAGE_CLASSES) },
  isDescending: { name: 'down', ...flag },
  scenario: { name: 'scenario', read: matching(ULID) },
  compared: { name: 'beside', read: matching(ULID) },
};

/** Reads `#class=meal&hour=23`. What it does not know or cannot read it leaves at its default. */
export const readUrlState = (hash: string): UrlState => readParameters(PARAMETERS, EMPTY_URL_STATE, hash);

/** Writes a state as a hash; `''` when everything stands at its default. */
export const writeUrlState = (state: UrlState): string => writeParameters(PARAMETERS, EMPTY_URL_STATE, state);
