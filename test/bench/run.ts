/** `npm run bench [-- SECTION …]`: measures and prints tables; says what misses its target, fails for nothing. */
import { availableParallelism, loadavg } from 'node:os';
import { buildAll } from '../../infra/build.ts';
import { buildFunctions } from '../../infra/bundle/functions.ts';
import { Refusal, runMain } from '../../infra/local/refusal.ts';
import { type BenchData, openBenchData } from './bench-data.ts';
import { bundles } from './bundles.ts';
import { coverage } from './coverage.ts';
import { gateway } from './gateway.ts';
import { handler } from './handler.ts';
import { network } from './network.ts';
import { measurePage } from './page.ts';
import { pageSize } from './page-size.ts';
import { photos } from './photos.ts';
import { reads } from './reads.ts';
import { type Section, sectionText } from './rows.ts';
import { startTime } from './start-time.ts';

const ON_DATA: Record<string, (data: BenchData) => Promise<Section[]>> = { handler, reads, gateway };

const OTHERS: Record<string, () => Promise<Section[]>> = {
  bundles,
  coverage,
  network,
  photos,
  size: pageSize,
  page: async () => [
    {
      title: 'The map in a browser, processor four times slower',
      rows: (await measurePage()).map(({ target, ...row }) => ({
        ...row,
        ...(target !== undefined && { most: target }),
      })),
    },
  ],
  start: startTime,
};

const bench = async (wanted: string[]): Promise<number> => {
  const names = [...Object.keys(ON_DATA), ...Object.keys(OTHERS)];
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Refusal(`${unknown} is no section: there are ${names.join(', ')}.`);
  const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name);
  await buildFor(names.filter(isWanted));
  console.log(machine());
  const onData = Object.entries(ON_DATA).filter(([name]) => isWanted(name));
  if (onData.length > 0) {
    const data = await openBenchData();
    try {
      for (const [, measure] of onData) print(await measure(data));
    } finally {
      await data.close();
    }
  }
  for (const [name, measure] of Object.entries(OTHERS)) if (isWanted(name)) print(await measure());
  console.log(machine());
  return 0;
};

/** Engines are measured as they stand in the sources, of the functions the bundles, all else as it is served. */
const buildFor = async (names: readonly string[]): Promise<void> => {
  if (names.some((name) => !['coverage', 'network', 'photos', 'bundles'].includes(name))) await buildAll();
  else if (names.some((name) => name !== 'network')) await buildFunctions();
};

const print = (sections: readonly Section[]): void => {
  for (const section of sections) console.log(`\n${sectionText(section)}`);
};

/** What ran it, and how busy the machine was besides: numbers of a busy one say little. */
const machine = (): string =>
  `${availableParallelism()} cores, Node ${process.versions.node}, load average ${loadavg()[0]?.toFixed(1)}`;

await runMain(() => bench(process.argv.slice(2)));
