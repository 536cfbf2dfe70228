import { areaId, countedAreas, layerDemand } from '../coverage/layer-demand.ts';
import type { Area, AreaKind, Building, DemandLayer } from './area.ts';
import { type AreaFinding, areaFinding } from './area-finding.ts';
import type { PeopleEffect } from './people-effect.ts';

export type PeopleChange = {
  kind: AreaKind;
  /** The layers that the table has. */
  layers: readonly DemandLayer[];
  before: readonly Area[];
  after: readonly Area[];
  /** Areas of the other kind. */
  others: readonly Area[];
  buildings: readonly Building[];
};

/**
 * What new numbers change, and where they change nothing: buildings stand for the people of their area, and
 * neighbourhoods for those of the grids.
 */
export const tellPeopleEffect = (change: PeopleChange): { effect: PeopleEffect; findings: AreaFinding[] } => {
  const { kind, layers, before, after, others, buildings } = change;
  const findings: AreaFinding[] = [];
  const totals = layers.map((layer) => {
    const [was, is] = [before, after].map((areas) => layerDemand([...areas, ...others], buildings, layer));
    const byBuilding = new Set(is?.byBuilding.flatMap(({ area }) => (area ? areaId(area) : [])));
    const given = after.filter(({ people }) => people[layer] !== undefined);
    const idle = given.filter((area) => byBuilding.has(areaId(area)));
    const level = countedAreas([...after, ...others], layer)[0]?.kind;
    if (given.length > 0 && level !== undefined && level !== kind)
      findings.push(areaFinding('other_level_counts', { values: { layer } }));
    else if (idle.length > 0)
      findings.push(
        areaFinding('buildings_count', { values: { layer, areas: idle.length, all: given.length } }),
      );
    return { layer, ...(was && total('before', was)), ...(is && total('after', is)) };
  });
  const known = new Map(after.map((area) => [area.code, area]));
  const has = (area: Area | undefined, which: readonly DemandLayer[]) =>
    which.some((layer) => area?.people[layer] !== undefined);
  const lost = before.filter((area) =>
    layers.some((layer) => has(area, [layer]) && !has(known.get(area.code), [layer])),
  );
  return {
    effect: {
      counted: after.filter((area) => has(area, layers)).length,
      lost: lost.length,
      totals,
    },
    findings,
  };
};

const total = (
  key: 'before' | 'after',
  { byBuilding, spread, layer }: ReturnType<typeof layerDemand>,
): { before?: number; after?: number } => {
  if (byBuilding.length + spread.length === 0) return {};
  const amounts = [
    ...byBuilding.map(({ amount }) => amount),
    ...spread.map(({ people }) => people[layer] ?? 0),
  ];
  return { [key]: amounts.reduce((sum, amount) => sum + amount, 0) };
};
