import { localDateOf } from '../../../shared/calendar/shanghai-time.ts';
import type { CoverageWarning } from '../../../shared/coverage/coverage-answer.ts';
import { dataDatesOf } from '../../../shared/coverage/data-dates.ts';
import { layerDemand } from '../../../shared/coverage/layer-demand.ts';
import { DETOUR_FACTOR } from '../../../shared/geo/distance.ts';
import { type Analysis, numbersOf, type Question } from '../engine/planner-engine.ts';
import type { LoadedData } from '../state/load-data.ts';
import type { ExportedScenario } from './exported-scenario.ts';

/** What a file has to say of itself wherever it goes, in the words of the API. */
export type AboutExport = ExportedScenario &
  Partial<Pick<Question, 'at'>> &
  Pick<Question, 'class' | 'mode' | 'demand'> & {
    attribution: string;
    licence: string;
    subdistrict: string;
    meters: number | undefined;
    detour: number;
    /** As of which day each input is. */
    dataDates: Record<string, string>;
    warnings: readonly CoverageWarning[];
  };

/** What was asked of which data, and what to know before believing it. `streets`: the network, where one is loaded. */
export const aboutExport = (
  analysis: Analysis,
  asked: Question,
  {
    loaded: { subdistrict, areas, buildings, buildingsSource },
    streets,
    scenario,
  }: { loaded: LoadedData; streets: { date: string } | undefined; scenario: ExportedScenario },
): AboutExport => {
  const { attribution, licence, dataChangedAt } = subdistrict.properties;
  const isAlongStreets =
    asked.mode === 'network' && !analysis.warnings.some(({ code }) => code === 'no_network');
  return {
    attribution,
    licence,
    subdistrict: subdistrict.id,
    class: asked.class,
    meters: numbersOf(analysis, asked.class)?.meters,
    mode: isAlongStreets ? 'network' : 'circle',
    detour: isAlongStreets ? 1 : DETOUR_FACTOR,
    at: asked.at,
    demand: asked.demand,
    ...scenario,
    dataDates: dataDatesOf({
      areas,
      people: layerDemand(areas, buildings, asked.demand),
      buildingsSource,
      streets: isAlongStreets ? streets : undefined,
      placesDate: dataChangedAt === undefined ? undefined : localDateOf(new Date(dataChangedAt)),
    }),
    warnings: analysis.warnings,
  };
};
