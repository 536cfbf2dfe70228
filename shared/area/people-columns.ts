import { DemandLayer } from './area.ts';
import { AREA_COLUMNS } from './area-columns.ts';
import { type AreaFinding, areaFinding } from './area-finding.ts';

/** What a column of a table of people holds. */
export type PeopleColumn = 'code' | 'name' | DemandLayer;

/** Names of columns, folded as `folded` does. */
const NAMES: Record<PeopleColumn, readonly string[]> = {
  ...AREA_COLUMNS,
  residents: [
    'residents',
    'population',
    'people',
    '居民',
    '居民数',
    '人口',
    '人口数',
    '常住人口',
    '实有人口',
  ],
  households: ['households', '户数', '家庭户', '住户', '户'],
  riders: ['riders', '骑手', '骑手数', '外卖骑手'],
  workers: ['workers', '就业人口', '就业人数', '从业人员', '上班人数', '工作人口', '岗位数'],
  night_riders: ['nightriders', '夜间骑手', '夜间骑手数', '夜间在途骑手', '23点骑手', '23时骑手'],
};

const folded = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    // What stands in brackets is a unit or a remark: 人口（人）.
    .replace(/\(.*?\)/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');

const COLUMN_OF = new Map(
  Object.entries(NAMES).flatMap(([column, names]) =>
    names.map((name) => [folded(name), column as PeopleColumn]),
  ),
);

export type PeopleColumns = Partial<Record<PeopleColumn, number>>;

/** Where each column stands in a table, and what is wrong with its first line. */
export const readPeopleColumns = (
  header: readonly string[],
): { columns: PeopleColumns; findings: AreaFinding[] } => {
  const columns: PeopleColumns = {};
  const findings: AreaFinding[] = [];
  for (const [index, cell] of header.entries()) {
    const column = COLUMN_OF.get(folded(cell));
    const values = { column: cell.slice(0, 40) };
    if (column === undefined) {
      if (cell.trim() !== '') findings.push(areaFinding('unknown_column', { at: 1, values }));
    } else if (columns[column] !== undefined) findings.push(areaFinding('column_twice', { at: 1, values }));
    else columns[column] = index;
  }
  if (columns.code === undefined && columns.name === undefined)
    findings.push(areaFinding('no_area_column', { at: 1 }));
  if (DemandLayer.options.every((layer) => columns[layer] === undefined))
    findings.push(areaFinding('no_people_column', { at: 1 }));
  return { columns, findings };
};
