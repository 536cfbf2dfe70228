import { DomainError } from '../../../shared/api/problem.ts';
import { Crs } from '../../../shared/geo/position.ts';
import type { Language } from '../../../shared/place/place-columns.ts';
import { readCommandLine } from '../console/command-line.ts';

/** What is to be imported, from where, into what. */
export type ImportOptions = {
  file: string;
  subdistrict: string;
  crs: Crs;
  source: string | undefined;
  illustrative: boolean;
  /** Adds what is not there and changes no place that is. */
  keepsExisting: boolean;
  isDryRun: boolean;
  skipsInvalid: boolean;
  report: string | undefined;
};

const USAGE = `npm run import -- FILE --subdistrict CODE --crs wgs84|gcj02|bd09
  FILE               .csv, .xlsx, .geojson；列名中英文皆可 (column names in Chinese or English)
  --dry-run          只检查，不写入 (check, write nothing)
  --skip-invalid     跳过有误的行 (write the rows that are right)
  --source NAME      数据来源 (where the rows come from)
  --illustrative     全部作为示例数据 (mark all rows as example data)
  --report FILE.csv  保存全部检查结果 (save every finding)
  --lang zh|en       报告的语言 (language of the report)
npm run import -- --template FILE.csv   存一份空表 (write a template)`;

/** Reads the command line. `template` names the file to write an empty table into. */
export const readImportOptions = (
  args: string[],
): { language: Language } & ({ template: string } | { usage: string } | { options: ImportOptions }) => {
  const { values, positionals } = readCommandLine(args, {
    subdistrict: { type: 'string' },
    crs: { type: 'string' },
    source: { type: 'string' },
    report: { type: 'string' },
    template: { type: 'string' },
    lang: { type: 'string', default: 'zh' },
    illustrative: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
    'skip-invalid': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  });
  const language: Language = values.lang === 'en' ? 'en' : 'zh';
  if (values.template !== undefined) return { language, template: values.template };
  const [file, ...rest] = positionals;
  if (values.help) return { language, usage: USAGE };
  const crs = Crs.safeParse(values.crs);
  // The CRS is never guessed: the wrong one moves a place by half a kilometre and nobody sees it.
  if (file === undefined || rest.length > 0 || values.subdistrict === undefined || !crs.success) {
    throw new DomainError('invalid_request', USAGE);
  }
  return {
    language,
    options: {
      file,
      subdistrict: values.subdistrict,
      crs: crs.data,
      source: values.source,
      illustrative: values.illustrative,
      keepsExisting: false,
      isDryRun: values['dry-run'],
      skipsInvalid: values['skip-invalid'],
      report: values.report,
    },
  };
};
