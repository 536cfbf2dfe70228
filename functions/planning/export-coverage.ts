import writeExcelFile from 'write-excel-file/node';
import type { planningRoutes } from '../../shared/api/planning-routes.ts';
import { COVERAGE_CLASSES, type CoverageClass } from '../../shared/coverage/coverage-class.ts';
import { areaId } from '../../shared/coverage/layer-demand.ts';
import { reachMeters } from '../../shared/coverage/reach.ts';
import { AREA_KIND_WORDS, DEMAND_LAYER_WORDS } from '../../shared/labels/area-words.ts';
import {
  COVERAGE_CLASS_WORDS,
  SPEED_WORDS,
  STANDARD_SOURCE_WORDS,
  STANDARD_STATUS_WORDS,
} from '../../shared/labels/coverage-words.ts';
import { neutralCell } from '../../shared/place/csv.ts';
import type { Operation } from '../runtime/define-function.ts';
import { type AskedCoverage, askedCoverage, engineFor } from './asked-coverage.ts';
import { coverageNumbers } from './coverage-numbers.ts';
import { classWarnings } from './get-coverage.ts';

type Cell = {
  value: string | number;
  type: typeof String | typeof Number;
  format?: string;
  fontWeight?: 'bold';
};
type Numbers = ReturnType<typeof coverageNumbers>;

/** What each sheet of areas by classes shows. */
const MEASURES: readonly { sheet: string; format: string; of: (numbers: Numbers) => number | undefined }[] = [
  { sheet: '覆盖人数占比', format: '0.0%', of: ({ peopleShare }) => peopleShare },
  { sheet: '覆盖面积占比', format: '0.0%', of: ({ areaShare }) => areaShare },
  {
    sheet: '未覆盖人数',
    format: '0',
    of: ({ people, coveredPeople }) => (people ?? 0) - (coveredPeople ?? 0),
  },
  { sheet: '九成人步行距离(米)', format: '0', of: ({ p90Meters }) => p90Meters },
];

/** Areas by classes as a workbook, and on a last sheet what was asked, of which data, against which standards. */
export const exportCoverage: Operation<typeof planningRoutes.exportCoverage> = async ({
  params,
  query,
  now,
}) => {
  const coverage = await askedCoverage(params.code, query, now);
  // A workbook that leaves a class out because its standard leads too far would look complete.
  for (const each of COVERAGE_CLASSES) coverage.radiusOf(each);
  const engine = engineFor(coverage, COVERAGE_CLASSES);
  const results = COVERAGE_CLASSES.map((each) => engine.result(each));
  const { inputs } = coverage;
  const { code, name } = inputs.subdistrict;
  const lines = [
    { first: ['街道', code, name], numbers: results.map(({ whole }) => coverageNumbers(whole)) },
    ...engine.ground.areas.flatMap(({ id }, index) => {
      const area = inputs.areas.find((each) => areaId(each) === id);
      if (!area) return [];
      const first = [AREA_KIND_WORDS[area.kind].zh, area.code, area.name];
      const numbers = results
        .map(({ areas }) => areas[index])
        .flatMap((each) => (each ? coverageNumbers(each) : []));
      return [{ first, numbers }];
    }),
  ];
  const header = ['类别', '编码', '名称', DEMAND_LAYER_WORDS[query.demand].zh];
  const heads = [...header, ...COVERAGE_CLASSES.map((each) => COVERAGE_CLASS_WORDS[each].zh)].map(bold);
  const sheets = MEASURES.map(({ sheet, format, of }) => ({
    sheet,
    stickyRowsCount: 1,
    stickyColumnsCount: 3,
    data: [
      heads,
      ...lines.map(({ first, numbers }) => [
        ...first.map(text),
        number(numbers[0]?.people, '0'),
        ...numbers.map((each) => number(of(each), format)),
      ]),
    ],
  }));
  const warnings = new Set(
    COVERAGE_CLASSES.flatMap((each) =>
      [...coverage.warnings, ...classWarnings(coverage, engine, each)].map(({ code, values = {} }) =>
        [code, ...Object.entries(values).map(([name, value]) => `${name} ${value}`)].join(' '),
      ),
    ),
  );
  const about = {
    sheet: '说明',
    data: [
      ...asked(coverage),
      ...standardLines(coverage),
      ...[...warnings].map((each) => ['提示', each]),
    ].map((cells) => cells.map(text)),
  };
  const bytes = await writeExcelFile([...sheets, about]).toBuffer();
  return {
    body: bytes.toString('base64'),
    isBase64: true,
    headers: { 'content-disposition': `attachment; filename="coverage-${code}.xlsx"` },
  };
};

const text = (value: string): Cell => ({ value: neutralCell(value), type: String });
const bold = (value: string): Cell => ({ ...text(value), fontWeight: 'bold' });
const number = (value: number | undefined, format: string): Cell | null =>
  value === undefined || !Number.isFinite(value) ? null : { value, type: Number, format };

const asked = ({ asked: query, mode, detour, dataDates }: AskedCoverage): string[][] => [
  ['方式', mode === 'network' ? '沿路网步行距离' : `直线距离 × 绕行系数 ${detour}`],
  ['速度', SPEED_WORDS[query.speed].zh],
  ...(query.meters === undefined ? [] : [['半径', `${query.meters} 米`]]),
  ...(query.minutes === undefined ? [] : [['时间', `${query.minutes} 分钟`]]),
  ['时刻', query.at ?? '不计开放时间'],
  ['人群', DEMAND_LAYER_WORDS[query.demand].zh],
  ...Object.entries(dataDates).map(([input, date]) => [`数据日期：${INPUT_WORDS[input] ?? input}`, date]),
];

const INPUT_WORDS: Readonly<Record<string, string>> = {
  places: '地点',
  grid: '网格',
  neighbourhood: '居民区',
  people: '人口',
  buildings: '居住建筑',
  network: '路网',
};

const standardLines = (coverage: AskedCoverage): string[][] => [
  ['标准：类别', '采用半径（米）', '标准（米）', '来源', '状态', '其他来源（米）'],
  ...COVERAGE_CLASSES.map((each: CoverageClass) => {
    const { inForce, others } = coverage.standardsOf(each);
    const { source, clause, status } = inForce;
    return [
      COVERAGE_CLASS_WORDS[each].zh,
      `${coverage.radiusOf(each)}`,
      `${reachMeters(inForce)}`,
      [STANDARD_SOURCE_WORDS[source].zh, clause ?? ''].join(' ').trim(),
      STANDARD_STATUS_WORDS[status].zh,
      others.map((other) => `${reachMeters(other)} ${STANDARD_SOURCE_WORDS[other.source].zh}`).join('；'),
    ];
  }),
];
