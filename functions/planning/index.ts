import { planningRoutes } from '../../shared/api/planning-routes.ts';
import { defineFunction } from '../runtime/define-function.ts';
import { guards } from '../store/guards.ts';
import { importAreas, importPeople, listAreas } from './areas.ts';
import { importBuildings, listBuildings } from './buildings.ts';
import { exportCoverage } from './export-coverage.ts';
import { getCoverage } from './get-coverage.ts';
import { getGaps } from './get-gaps.ts';
import { getNetwork } from './get-network.ts';
import { proposeSites } from './propose-sites.ts';
import { createScenario, deleteScenario, getScenario, listScenarios, saveScenario } from './scenarios.ts';
import { getStandards, saveStandards } from './standards.ts';

/** What planners load, see and try. */
export const handler = defineFunction(
  planningRoutes,
  {
    listAreas,
    importAreas,
    importPeople,
    listBuildings,
    importBuildings,
    getStandards,
    saveStandards,
    getCoverage,
    getGaps,
    exportCoverage,
    proposeSites,
    listScenarios,
    createScenario,
    getScenario,
    saveScenario,
    deleteScenario,
    getNetwork,
  },
  { guards },
);
