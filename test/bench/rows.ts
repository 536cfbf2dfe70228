/** One line of the result: what was measured, and the target where there is one. */
export type Row = { what: string; value: number; unit: string; most?: number; least?: number };

/** The sections of a run, each with its rows and what has to be said about them. */
export type Section = { title: string; note?: string; rows: Row[] };

/** The middle one of some numbers. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The value below which the given share of the numbers lies. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

/** A section as a Markdown table; a target that is not met says so. */
export const sectionText = ({ title, note, rows }: Section): string => {
  const lines = rows.map((row) => {
    const cells = [row.what, `${shown(row.value)} ${row.unit}`.trim(), targetOf(row), verdictOf(row)];
    return `| ${cells.join(' | ')} |`;
  });
  const head = ['| what | value | target | |', '|---|---:|---:|---|'];
  return [`### ${title}`, '', ...(note ? [note, ''] : []), ...head, ...lines, ''].join('\n');
};

const targetOf = ({ most, least }: Row): string =>
  most !== undefined ? `≤ ${shown(most)}` : least !== undefined ? `≥ ${shown(least)}` : '';

const verdictOf = ({ value, most, least }: Row): string => {
  if (most === undefined && least === undefined) return '';
  return value <= (most ?? Number.POSITIVE_INFINITY) && value >= (least ?? 0) ? 'met' : '**MISS**';
};

const shown = (value: number): string =>
  Math.abs(value) >= 100 || Number.isInteger(value)
    ? Math.round(value).toLocaleString('en')
    : value.toPrecision(3);
