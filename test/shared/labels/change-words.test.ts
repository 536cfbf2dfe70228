import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CHANGE_REASON_WORDS } from '../../../shared/labels/change-words.ts';

const functions = join(import.meta.dirname, '../../../functions');

/** What code writes into the change log by itself: `reason: 'x'`, `const reason: ChangeReason = y ? 'x' : 'z'`. */
const WRITTEN = [/\breason: '([^']+)'/g, /: ChangeReason =([^;]+);/g];

/** Reasons that belong to no change: of an alarm in the log, and the word for a column of a table. */
const isElsewhere = (line: string, path: string) => line.includes('logAlarm') || path.includes('sentences-');

const sources = readdirSync(functions, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.ts'),
);
const literals = sources.flatMap((path) =>
  readFileSync(join(functions, path), 'utf8')
    .split(/(?<=[;{,]\n)/)
    .filter((line) => !isElsewhere(line, path))
    .flatMap((line) => WRITTEN.flatMap((pattern) => [...line.matchAll(pattern)]))
    .flatMap(([whole]) => [...whole.replace(/===? *'[^']*'/g, '').matchAll(/'([^']+)'/g)])
    .map(([, reason = '']) => ({ path, reason })),
);

it('has words in both languages for every reason that code writes into the change log', () => {
  expect(new Set(literals.map(({ reason }) => reason)).size).toBeGreaterThan(10);
  const words: Record<string, { zh: string; en: string }> = CHANGE_REASON_WORDS;
  for (const { path, reason } of literals) {
    expect(words[reason]?.zh, `${path}: ${reason}`).toMatch(/\p{Script=Han}/u);
    expect(words[reason]?.en, `${path}: ${reason}`).toMatch(/^[A-Z]/);
  }
});
