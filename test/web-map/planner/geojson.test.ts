import { describe, expect, it } from 'vitest';
import type { ScenarioChange } from '../../../shared/coverage/scenario-change.ts';
import type { Analysis, Question } from '../../../web-map/planner/engine/planner-engine.ts';
import { aboutExport } from '../../../web-map/planner/report/about-export.ts';
import { exportedScenario } from '../../../web-map/planner/report/exported-scenario.ts';
import { gapsGeojson } from '../../../web-map/planner/report/geojson.ts';
import type { LoadedData } from '../../../web-map/planner/state/load-data.ts';

const question: Question = {
  class: 'meals',
  classes: ['meals'],
  meters: 500,
  mode: 'network',
  at: '2026-11-20T15:00:00.000Z',
  demand: 'riders',
};
const analysis = (...codes: Analysis['warnings'][number]['code'][]) =>
  ({
    classes: [{ class: 'meals', meters: 500 }],
    gaps: [],
    warnings: codes.map((code) => ({ code })),
  }) as unknown as Analysis;
const loaded = {
  subdistrict: {
    id: '310105001',
    properties: { attribution: '某某', licence: 'CC', dataChangedAt: '2026-11-19T17:00:00.000Z' },
  },
  areas: [],
  buildings: [],
} as unknown as LoadedData;
const closed: ScenarioChange = { type: 'remove', place: '01HX' };

describe('a file of shapes', () => {
  it('says what was asked, of which data, and what to know before believing it', () => {
    const about = aboutExport(analysis('no_people'), question, {
      loaded,
      streets: { date: '2026-10-01' },
      scenario: { scenario: '01HY' },
    });
    expect(gapsGeojson(analysis(), about)).toEqual({
      type: 'FeatureCollection',
      attribution: '某某',
      licence: 'CC',
      subdistrict: '310105001',
      class: 'meals',
      meters: 500,
      mode: 'network',
      detour: 1,
      at: '2026-11-20T15:00:00.000Z',
      demand: 'riders',
      scenario: '01HY',
      dataDates: { places: '2026-11-20', network: '2026-10-01' },
      warnings: [{ code: 'no_people' }],
      features: [],
    });
  });

  it('does not claim streets that could not be walked', () => {
    expect(
      aboutExport(analysis('no_network'), question, { loaded, streets: undefined, scenario: {} }),
    ).toMatchObject({ mode: 'circle', detour: 1.3 });
  });
});

describe('the scenario that an export is told of', () => {
  const shown = { isShown: true, isChanged: false, storedId: '01HY' };
  it('is the stored one only while it says what is on screen', () => {
    expect(exportedScenario([closed], shown)).toEqual({ scenario: '01HY' });
    expect(exportedScenario([closed], { ...shown, isChanged: true })).toEqual({ changes: [closed] });
    expect(exportedScenario([closed], { ...shown, isShown: false })).toEqual({});
    expect(exportedScenario([], { ...shown, isChanged: true })).toEqual({});
  });
});
