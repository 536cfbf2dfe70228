import {
  type Area,
  type AreaKind,
  type Building,
  type DataSource,
  DemandLayer,
  type People,
} from './area.ts';
import { type AreaFinding, areaFinding, hasErrors } from './area-finding.ts';
import { type PeopleColumns, readPeopleColumns } from './people-columns.ts';
import type { PeopleEffect } from './people-effect.ts';
import { MOST_PEOPLE, readCount } from './read-count.ts';
import { tellPeopleEffect } from './tell-people-effect.ts';

export type PeopleImport = {
  kind: AreaKind;
  source: DataSource;
  header: readonly string[];
  /** `line` as a person counts it in the file. */
  rows: readonly { line: number; cells: readonly string[] }[];
  /** The areas of the kind as they are. */
  areas: readonly Area[];
  /** Those of the other kind, whose sums ought to agree. */
  others: readonly Area[];
  /** Those that stand for the people of their areas. */
  buildings: readonly Building[];
};

export type ImportedPeople = { areas: Area[]; findings: AreaFinding[]; effect: PeopleEffect };

/** Sums of grids and of neighbourhoods that were counted apart may differ by this share. */
const MOST_DIFFERENCE = 0.05;

/**
 * The areas with the people of a table, matched by code or else by name. A layer that the table has replaces what was
 * there, for every area: one without a row, or with an empty cell, was not counted, which is not zero.
 */
export const importPeople = (given: PeopleImport): ImportedPeople => {
  const { columns, findings } = readPeopleColumns(given.header);
  if (given.areas.length === 0) findings.push(areaFinding('no_areas'));
  const layers = DemandLayer.options.filter((layer) => columns[layer] !== undefined);
  const counted = new Map<string, People>();
  const lineOf = new Map<string, number>();
  for (const { line, cells } of given.rows) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const { area, finding } = areaOfRow(cells, line, columns, given.areas);
    if (finding) findings.push(finding);
    if (!area) continue;
    const other = lineOf.get(area.code);
    if (other !== undefined) {
      findings.push(areaFinding('row_twice', { at: line, name: area.name, values: { other } }));
      continue;
    }
    lineOf.set(area.code, line);
    counted.set(area.code, peopleOfRow(cells, { line, name: area.name, layers, columns, findings }));
  }
  // A table without a number would only take away those that are there.
  const isEmpty = [...counted.values()].every((people) => layersOf(people).length === 0);
  if (isEmpty && !hasErrors(findings)) findings.push(areaFinding('no_people'));
  const areas = given.areas.map((area): Area => {
    const row = counted.get(area.code);
    const counts = layersOf(row ?? {}).map((layer) => [layer, given.source]);
    return {
      ...area,
      people: { ...without(area.people, layers), ...row },
      peopleSources: { ...without(area.peopleSources, layers), ...Object.fromEntries(counts) },
    };
  });
  const rowless = given.areas.filter(({ code }) => !counted.has(code)).map(({ code }) => code);
  if (rowless.length > 0 && layers.length > 0)
    findings.push(
      areaFinding('area_without_row', { values: { areas: rowless.length, codes: rowless.join(' ') } }),
    );
  const { kind, others, buildings } = given;
  const changed = tellPeopleEffect({ kind, layers, before: given.areas, after: areas, others, buildings });
  findings.push(...sumFindings(areas, others, layers), ...changed.findings);
  return { areas, findings, effect: changed.effect };
};

const layersOf = (people: People): DemandLayer[] => Object.keys(people) as DemandLayer[];

/** What stands by other layers than these. */
const without = <Value>(
  byLayer: Partial<Record<DemandLayer, Value>>,
  layers: readonly DemandLayer[],
): Partial<Record<DemandLayer, Value>> =>
  Object.fromEntries(Object.entries(byLayer).filter(([layer]) => !layers.includes(layer as DemandLayer)));

const same = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

const areaOfRow = (
  cells: readonly string[],
  line: number,
  columns: PeopleColumns,
  areas: readonly Area[],
): { area?: Area; finding?: AreaFinding } => {
  const cell = (index: number | undefined) => (index === undefined ? '' : (cells[index] ?? '').trim());
  const [codeText, nameText] = [cell(columns.code), cell(columns.name)];
  const [code, name] = [same(codeText), same(nameText)];
  const values = { area: (codeText || nameText).slice(0, 40) };
  const byCode = code === '' ? undefined : areas.find((area) => same(area.code) === code);
  const named = name === '' ? [] : areas.filter((area) => same(area.name) === name);
  if (byCode) {
    if (named.length > 0 && !named.includes(byCode))
      return {
        finding: areaFinding('code_and_name_differ', {
          at: line,
          name: byCode.name,
          values: { code: codeText.slice(0, 40), name: nameText.slice(0, 40) },
        }),
      };
    return { area: byCode };
  }
  if (code !== '') return { finding: areaFinding('unknown_area', { at: line, values }) };
  if (named.length > 1) return { finding: areaFinding('ambiguous_name', { at: line, values }) };
  return named[0] ? { area: named[0] } : { finding: areaFinding('unknown_area', { at: line, values }) };
};

type Row = {
  line: number;
  name: string;
  layers: readonly DemandLayer[];
  columns: PeopleColumns;
  findings: AreaFinding[];
};

const peopleOfRow = (cells: readonly string[], { line, name, layers, columns, findings }: Row): People => {
  const people: People = {};
  for (const layer of layers) {
    const text = (cells[columns[layer] as number] ?? '').normalize('NFKC').trim();
    const at = { at: line, name };
    if (text === '') {
      findings.push(areaFinding('missing_people', { ...at, values: { layer } }));
      continue;
    }
    const values = { layer, text: text.slice(0, 40) };
    const number = readCount(text);
    if (Number.isNaN(number)) findings.push(areaFinding('not_a_number', { ...at, values }));
    else if (number < 0) findings.push(areaFinding('negative', { ...at, values }));
    else if (number > MOST_PEOPLE) findings.push(areaFinding('too_many_people', { ...at, values }));
    else if (!Number.isInteger(number)) findings.push(areaFinding('not_whole', { ...at, values }));
    else people[layer] = number;
  }
  return people;
};

const sumFindings = (
  areas: readonly Area[],
  others: readonly Area[],
  layers: readonly DemandLayer[],
): AreaFinding[] =>
  layers.flatMap((layer) => {
    const [own, other] = [sumOf(areas, layer), sumOf(others, layer)];
    if (own === undefined || other === undefined) return [];
    if (Math.abs(own - other) <= MOST_DIFFERENCE * Math.max(own, other)) return [];
    return [areaFinding('sums_differ', { values: { layer, sum: own, other } })];
  });

const sumOf = (areas: readonly Area[], layer: DemandLayer): number | undefined => {
  const counts = areas.flatMap(({ people }) => people[layer] ?? []);
  return counts.length === 0 ? undefined : counts.reduce((sum, count) => sum + count, 0);
};
