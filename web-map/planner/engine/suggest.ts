import type { Coverage } from '../../../shared/coverage/coverage.ts';
import type { StreetFillField } from '../../../shared/coverage/network/street-fill.ts';
import { streetRuns } from '../../../shared/coverage/network/street-runs.ts';
import {
  candidateSites,
  MOST_CANDIDATES,
  runsOfSites,
  suggestSites,
} from '../../../shared/coverage/suggest-sites.ts';
import type { Position } from '../../../shared/geo/position.ts';
import type { SitesQuestion, Suggestion } from './planner-engine.ts';

/** Along streets every candidate is walked from: fewer, so that an answer takes seconds. */
const MOST_ALONG_STREETS = 400;

/** Where so many new facilities reach most people (square metres, where nobody was counted) that none has. */
export const suggest = (
  coverage: Coverage,
  { class: code, count }: SitesQuestion,
  fill: StreetFillField | undefined,
): Suggestion => {
  const { ground } = coverage;
  const { sites: candidates, spacingMeters } = candidateSites(
    ground,
    fill ? MOST_ALONG_STREETS : MOST_CANDIDATES,
  );
  const runs = fill
    ? streetRuns(ground.raster, candidates, fill, coverage.question(code))
    : runsOfSites(coverage, code, candidates);
  const { sites, total, gapToBest } = suggestSites(coverage, code, { count, runs });
  const { whole } = coverage.result(code);
  const isByPeople = whole.weightedBy === 'people';
  // Where nobody is counted the engine counts cells.
  const unit = isByPeople ? 1 : ground.raster.cellMeters ** 2;
  const before = isByPeople ? whole.coveredPeople : whole.coveredSquareMeters;
  const all = isByPeople ? whole.people : whole.squareMeters;
  return {
    isByPeople,
    gained: total * unit,
    gapToBest,
    candidates: candidates.length,
    spacingMeters,
    sites: sites.map(({ candidate, gain, total: soFar }) => ({
      position: candidates[candidate] as Position,
      gained: gain * unit,
      share: all > 0 ? (before + soFar * unit) / all : 0,
    })),
  };
};
