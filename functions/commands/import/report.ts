import { csvLine } from '../../../shared/place/csv.ts';
import { withVisibleCharacters } from '../../../shared/place/plain-characters.ts';
import type { Finding } from '../../import/finding.ts';
import type { Sentences } from '../../import/sentences-zh.ts';
import type { Say } from '../console/command-io.ts';

/** Lines of each severity that fit on a screen; the file has all. */
const MOST_PRINTED = 30;
const MOST_VALUE_WIDTH = 30;

/** Prints what was found, errors first, in aligned columns. */
export const printFindings = (findings: readonly Finding[], say: Sentences, print: Say): void => {
  for (const severity of ['error', 'warning', 'duplicate'] as const) {
    const some = findings.filter((finding) => finding.severity === severity);
    if (some.length === 0) continue;
    print('');
    print(say.count(some.length, say.words[severity]));
    const { line, column, value, reason } = say.words;
    const shown = some.slice(0, MOST_PRINTED).map((finding) => cellsOf(finding));
    for (const text of aligned([[line, column, value, reason], ...shown])) print(`  ${text}`);
    if (some.length > MOST_PRINTED) print(`  ${say.more(some.length - MOST_PRINTED, say.words[severity])}`);
  }
};

/** How every report begins: a mark that Excel needs, and its header. */
export const reportHeader = ({ words }: Sentences): string => {
  const { severity, line, column, value, reason } = words;
  return `\ufeff${csvLine([severity, line, column, value, reason])}`;
};

/** All findings as a CSV file that Excel opens; what a cell hides is shown. */
export const findingsCsv = (findings: readonly Finding[], say: Sentences): string => {
  const rows = findings.map((finding) => [
    say.words[finding.severity],
    `${finding.line}`,
    finding.column ?? '',
    finding.value ?? '',
    finding.reason,
  ]);
  return reportHeader(say) + rows.map((row) => csvLine(row.map(withVisibleCharacters))).join('');
};

const cellsOf = ({ line, column, value, reason }: Finding): string[] => [
  `${line}`,
  column ?? '',
  shortened((value ?? '').replace(/\s+/g, ' ')),
  reason,
];

const shortened = (text: string): string => {
  const characters = [...text];
  return characters.length > MOST_VALUE_WIDTH
    ? `${characters.slice(0, MOST_VALUE_WIDTH - 1).join('')}…`
    : text;
};

/** Pads every column but the last to its widest cell; a Chinese character is two columns of a terminal wide. */
const aligned = (rows: readonly (readonly string[])[]): string[] => {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, index) => Math.max(widest[index] ?? 0, widthOf(cell))),
    [],
  );
  return rows.map((row) =>
    row
      .map((cell, index) =>
        index === row.length - 1 ? cell : cell + ' '.repeat((widths[index] ?? 0) - widthOf(cell)),
      )
      .join('  '),
  );
};

const widthOf = (text: string): number =>
  [...text].reduce(
    (width, character) =>
      width + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/.test(character) ? 2 : 1),
    0,
  );
