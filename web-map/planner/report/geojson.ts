import type { Area } from '../../../shared/area/area.ts';
import type { Analysis } from '../engine/planner-engine.ts';
import type { AboutExport } from './about-export.ts';

/** The gaps of the chosen class, WGS-84, most people first; `about` stands beside them as foreign members. */
export const gapsGeojson = ({ gaps }: Analysis, about: AboutExport) => ({
  type: 'FeatureCollection',
  ...about,
  features: gaps.map(({ rank, outline, people, squareMeters, worstMeters, nearest }) => ({
    type: 'Feature',
    id: rank,
    geometry: outline,
    properties: {
      rank,
      ...(people !== undefined && { people: Math.round(people) }),
      squareMeters: Math.round(squareMeters),
      ...(worstMeters !== undefined && { worstMeters: Math.round(worstMeters) }),
      ...(nearest && { nearest: { ...nearest, meters: Math.round(nearest.meters) } }),
    },
  })),
});

/** The areas with their share in every class of the table, 0 to 1, WGS-84; the warnings are those of the chosen class. */
export const areasGeojson = (analysis: Analysis, areas: readonly Area[], about: AboutExport) => ({
  type: 'FeatureCollection',
  ...about,
  features: areas.map(({ code, name, kind, outline, people, source }) => ({
    type: 'Feature',
    id: code,
    geometry: outline,
    properties: {
      code,
      name,
      kind,
      people,
      source,
      coverage: Object.fromEntries(
        analysis.classes.flatMap((numbers) => {
          const area = numbers.areas.find((each) => each.code === code && each.kind === kind);
          if (!area) return [];
          const { areaShare, peopleShare, grade, worstMeters } = area;
          return [[numbers.class, { meters: numbers.meters, areaShare, peopleShare, worstMeters, grade }]];
        }),
      ),
    },
  })),
});
