import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { contextBundle, contexts } from '../../infra/bundle/functions.ts';
import { contextEnvironment, readLocalEnv } from '../../infra/local/env.ts';
import { median, type Row, type Section } from './rows.ts';

const STARTS = 9;

/** What the public reads may weigh is less: they start most often, and someone waits. */
const LIMITS: Record<string, { kilobytes: number; milliseconds?: number }> = {
  map: { kilobytes: 150, milliseconds: 60 },
};

/** Size and load time of every context's bundle. */
export const bundles = async (): Promise<Section[]> => {
  const rows = contexts.flatMap((context): Row[] => {
    const file = contextBundle(context);
    const { kilobytes, milliseconds } = LIMITS[context] ?? { kilobytes: 400 };
    return [
      { what: `${context}: gzip`, value: gzipKilobytes(readFileSync(file)), unit: 'kB', most: kilobytes },
      {
        what: `${context}: init`,
        value: initMilliseconds(file),
        unit: 'ms',
        ...(milliseconds && { most: milliseconds }),
      },
    ];
  });
  const note =
    `Init: \`node -e\` that requires the bundle, less one that requires nothing, processes in turn, medians of ${STARTS}. ` +
    'It stands for the part of a cold start that is ours, not for the whole of one.';
  return [{ title: 'Bundles', note, rows }];
};

/** Size after `gzip -9`, in thousands of bytes. */
export const gzipKilobytes = (bytes: Buffer): number => gzipSync(bytes, { level: 9 }).length / 1000;

const initMilliseconds = (file: string): number => {
  const env = contextEnvironment('http://127.0.0.1:1', readLocalEnv());
  const start = (script: string): number => {
    const begun = performance.now();
    const { status } = spawnSync(process.execPath, ['-e', script], { env });
    if (status !== 0) throw new Error(`node -e ended with ${status}`);
    return performance.now() - begun;
  };
  const loading = `require(${JSON.stringify(file)});process.exit(0)`;
  const pairs = Array.from({ length: STARTS }, () => [start('process.exit(0)'), start(loading)] as const);
  return median(pairs.map(([, loaded]) => loaded)) - median(pairs.map(([empty]) => empty));
};
