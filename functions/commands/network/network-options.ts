import { DomainError } from '../../../shared/api/problem.ts';
import { readCommandLine } from '../console/command-line.ts';
import { sentencesEn } from './sentences-en.ts';
import { type NetworkSentences, sentencesZh } from './sentences-zh.ts';

/** What network is to be made, of what. */
export type NetworkOptions = {
  file: string;
  subdistrict: string;
  marginMeters: number;
  /** The day of the data; undefined: the file says it. */
  date: string | undefined;
  from: { source: string; licence: string; attribution: string; illustrative: boolean };
  isDryRun: boolean;
};

const MOST_MARGIN_METERS = 5000;

/** Reads the command line, and with it the language; no options where its use was asked for. */
export const readNetworkOptions = (args: string[]): { say: NetworkSentences; options?: NetworkOptions } => {
  const { values, positionals } = readCommandLine(args, {
    subdistrict: { type: 'string' },
    margin: { type: 'string', default: '1500' },
    date: { type: 'string' },
    source: { type: 'string', default: 'OpenStreetMap' },
    licence: { type: 'string', default: 'ODbL-1.0' },
    attribution: { type: 'string', default: '© OpenStreetMap contributors' },
    illustrative: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
    lang: { type: 'string', default: 'zh' },
    help: { type: 'boolean', default: false },
  });
  const say = values.lang === 'en' ? sentencesEn : sentencesZh;
  if (values.help) return { say };
  const [file, ...rest] = positionals;
  const { subdistrict, date, source, licence, attribution, illustrative } = values;
  if (file === undefined || rest.length > 0 || subdistrict === undefined) {
    throw new DomainError('invalid_request', say.usage());
  }
  const marginMeters = Number(values.margin);
  const wrong = [
    ...(/^\d+$/.test(values.margin) && marginMeters <= MOST_MARGIN_METERS ? [] : ['--margin']),
    ...(date === undefined || isDay(date) ? [] : ['--date']),
    ...Object.entries({ source, licence, attribution }).flatMap(([name, value]) =>
      value.length >= 1 && value.length <= 200 ? [] : [`--${name}`],
    ),
  ];
  if (wrong.length > 0) {
    throw new DomainError('invalid_request', [...wrong.map(say.badOption), '', say.usage()].join('\n'));
  }
  const from = { source, licence, attribution, illustrative };
  return { say, options: { file, subdistrict, marginMeters, date, from, isDryRun: values['dry-run'] } };
};

/** Whether a text is a day of the calendar: one that is not becomes another, or none. */
const isDay = (text: string): boolean => {
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === text;
};
