import { DomainError } from '../../../shared/api/problem.ts';
import { Crs } from '../../../shared/geo/position.ts';
import { sentencesEn } from '../../import/sentences-en.ts';
import { type Sentences, sentencesZh } from '../../import/sentences-zh.ts';
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

/** Reads the command line, and with it the language. `template` names the file to write an empty table into. */
export const readImportOptions = (
  args: string[],
): { say: Sentences } & ({ template: string } | { usage: string } | { options: ImportOptions }) => {
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
  const say = values.lang === 'en' ? sentencesEn : sentencesZh;
  if (values.template !== undefined) return { say, template: values.template };
  const [file, ...rest] = positionals;
  if (values.help) return { say, usage: say.usage() };
  const crs = Crs.safeParse(values.crs);
  // The CRS is never guessed: the wrong one moves a place by half a kilometre and nobody sees it.
  if (file === undefined || rest.length > 0 || values.subdistrict === undefined || !crs.success) {
    throw new DomainError('invalid_request', say.usage());
  }
  return {
    say,
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
