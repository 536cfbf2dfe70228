import writeExcelFile from 'write-excel-file/node';
import type { planningRoutes } from '../../shared/api/planning-routes.ts';
import { COVERAGE_CLASSES } from '../../shared/coverage/coverage-class.ts';
import { areaId } from '../../shared/coverage/layer-demand.ts';
import { AREA_KIND_WORDS, DEMAND_LAYER_WORDS } from '../../shared/labels/area-words.ts';
import { COVERAGE_CLASS_WORDS } from '../../shared/labels/coverage-words.ts';
import { COVERAGE_WORKBOOK_WORDS } from '../../shared/labels/coverage-workbook-words.ts';
import { neutralCell } from '../../shared/place/csv.ts';
import type { Operation } from '../runtime/define-function.ts';
import { aboutCoverage } from './about-coverage.ts';
import { askedCoverage } from './asked-coverage.ts';
import { countedBy, coverageNumbers } from './coverage-numbers.ts';
import { coverageWarnings } from './coverage-warnings.ts';
import { askClass, classAsked, engineFor } from './engine-for.ts';

type Cell = {
  value: string | number;
  type: typeof String | typeof Number;
  format?: string;
  fontWeight?: 'bold';
};
/** How many decimals of the value a format shows. */
const DECIMALS = { '0': 0, '0.0%': 3 } as const;

type Numbers = ReturnType<typeof coverageNumbers>;

/** What each sheet of areas by classes shows; nothing where nobody was counted. */
const MEASURES = {
  peopleShare: { format: '0.0%', of: ({ peopleShare }: Numbers) => peopleShare },
  areaShare: { format: '0.0%', of: ({ areaShare }: Numbers) => areaShare },
  peopleLeft: {
    format: '0',
    of: ({ people, coveredPeople }: Numbers) =>
      people === undefined || coveredPeople === undefined ? undefined : people - coveredPeople,
  },
  p90Meters: { format: '0', of: ({ p90Meters }: Numbers) => p90Meters },
} as const;

/** Areas by classes as a workbook, and on a last sheet what was asked, of which data, against which standards. */
export const exportCoverage: Operation<typeof planningRoutes.exportCoverage> = async ({
  params,
  query: { language, ...asked },
  now,
}) => {
  const coverage = await askedCoverage(params.code, asked, now);
  // A workbook that leaves a class out because its standard leads too far would look complete.
  const questions = COVERAGE_CLASSES.map((each) => classAsked(coverage, each));
  const engine = engineFor(coverage);
  // One class after the other: an engine of a large subdistrict does not hold all of them at once.
  const results = questions.map((question) => {
    askClass(engine, question);
    const { class: each } = question;
    return { ...engine.result(each), warnings: coverageWarnings(coverage, engine, each) };
  });
  const isCounted = countedBy(coverage.people);
  const { inputs } = coverage;
  const { code, name } = inputs.subdistrict;
  const words = (key: keyof typeof COVERAGE_WORKBOOK_WORDS) => COVERAGE_WORKBOOK_WORDS[key][language];
  const lines = [
    {
      first: [words('subdistrict'), code, name],
      numbers: results.map(({ whole }) => coverageNumbers(whole, isCounted())),
    },
    ...engine.ground.areas.flatMap(({ id }, index) => {
      const area = inputs.areas.find((each) => areaId(each) === id);
      if (!area) return [];
      const first = [AREA_KIND_WORDS[area.kind][language], area.code, area.name];
      const numbers = results
        .map(({ areas }) => areas[index])
        .flatMap((each) => (each ? coverageNumbers(each, isCounted(id)) : []));
      return [{ first, numbers }];
    }),
  ];
  const heads = [
    words('kind'),
    words('code'),
    words('name'),
    DEMAND_LAYER_WORDS[asked.demand][language],
    ...COVERAGE_CLASSES.map((each) => COVERAGE_CLASS_WORDS[each][language]),
  ].map(bold);
  const measures = Object.keys(MEASURES) as (keyof typeof MEASURES)[];
  const sheets = measures.map((measure) => ({
    sheet: words(measure),
    stickyRowsCount: 1,
    stickyColumnsCount: 3,
    data: [
      heads,
      ...lines.map(({ first, numbers }) => [
        ...first.map(text),
        number(numbers[0]?.people, '0'),
        ...numbers.map((each) => number(MEASURES[measure].of(each), MEASURES[measure].format)),
      ]),
    ],
  }));
  const about = {
    sheet: words('about'),
    data: aboutCoverage(coverage, results, language).map((cells) => cells.map(text)),
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
/** Rounded to what is shown: nobody reads decimals of people out of a cell. */
const number = (value: number | undefined, format: keyof typeof DECIMALS): Cell | null =>
  value === undefined || !Number.isFinite(value)
    ? null
    : { value: Number(value.toFixed(DECIMALS[format])), type: Number, format };
