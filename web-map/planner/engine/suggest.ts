import type { Coverage } from '../../../shared/coverage/coverage.ts';
import { candidateSites, runsOfSites, suggestSites } from '../../../shared/coverage/suggest-sites.ts';
import type { Position } from '../../../shared/geo/position.ts';
import type { SitesQuestion, Suggestion } from './planner-engine.ts';

/** Where so many new facilities reach most people (square metres, where nobody was counted) that none has. */
export const suggest = (coverage: Coverage, { class: code, count }: SitesQuestion): Suggestion => {
  const { sites: candidates } = candidateSites(coverage.ground);
  const runs = runsOfSites(coverage, code, candidates);
  const { sites, total, gapToBest } = suggestSites(coverage, code, { count, runs });
  const { whole } = coverage.result(code);
  const isByPeople = whole.weightedBy === 'people';
  // Where nobody is counted the engine counts cells.
  const unit = isByPeople ? 1 : coverage.ground.raster.cellMeters ** 2;
  const before = isByPeople ? whole.coveredPeople : whole.coveredSquareMeters;
  const all = isByPeople ? whole.people : whole.squareMeters;
  return {
    isByPeople,
    gained: total * unit,
    gapToBest,
    sites: sites.map(({ candidate, gain, total: soFar }) => ({
      position: candidates[candidate] as Position,
      gained: gain * unit,
      share: all > 0 ? (before + soFar * unit) / all : 0,
    })),
  };
};
