import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { placeItem } from '../../functions/store/place-items.ts';
import { createTable, createTableClient } from '../../infra/local/create-table.ts';
import { startEngine } from '../../infra/local/engine.ts';
import { getEngineBinary } from '../../infra/local/engine-binary.ts';
import { claimDataFolder, releaseDataFolder } from '../../infra/local/engine-record.ts';
import { contextEnvironment, readLocalEnv } from '../../infra/local/env.ts';
import { table } from '../../shared/table.ts';
import { generatePlaces } from './generate-places.ts';

/** An engine with one table for each number of places. */
export type BenchData = {
  endpoint: string;
  /** What a context finds in its environment to work on the table of `count` places. */
  environment: (count: number) => Record<string, string>;
  close: () => Promise<void>;
};

/** How many places the tables hold. */
export const COUNTS = [1_000, 10_000, 100_000] as const;

/**
 * Opens the data of the benchmarks: an engine on a folder under the system's temporary one. What is there from
 * an earlier run is used again; else the engine's own bulk import fills it (its HTTP interface takes minutes
 * for 100,000 places) with the items that the stores make of the same places. Histories and uniqueness items,
 * which no read of the map meets, are left out.
 */
export const openBenchData = async (): Promise<BenchData> => {
  const folder = join(tmpdir(), `nuanxin-bench-${contentHash()}`);
  claimDataFolder(folder);
  try {
    const isThere = existsSync(join(folder, 'engine.db'));
    const begun = performance.now();
    if (!isThere) await fill(folder);
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    console.log(`${COUNTS.join(', ')} places: ${isThere ? 'found' : `written in ${seconds} s`} in ${folder}`);
    const engine = await startEngine({ dataFolder: folder, wanted: 'dynoxide' });
    return {
      endpoint: engine.endpoint,
      environment: (count) => environmentOf(engine.endpoint, tableNameOf(count)),
      close: async () => {
        await engine.stop();
        releaseDataFolder(folder);
      },
    };
  } catch (error) {
    releaseDataFolder(folder);
    throw error;
  }
};

const tableNameOf = (count: number) => `bench-${count}`;

const environmentOf = (endpoint: string, TABLE_NAME: string): Record<string, string> =>
  contextEnvironment(endpoint, { ...readLocalEnv(), TABLE_NAME });

/** Names the folder, so that data of another generator, or with other items, is not taken for this one's. */
const contentHash = (): string => {
  const hash = createHash('sha1').update(JSON.stringify(table));
  for (const place of generatePlaces(100)) hash.update(JSON.stringify(placeItem(place)));
  return hash.digest('hex').slice(0, 8);
};

/** Writes what a DynamoDB export holds, a file of items for each table and its description, and imports it. */
const fill = async (folder: string): Promise<void> => {
  const source = join(folder, 'export');
  const schema = join(folder, 'schema.json');
  const half = join(folder, 'half.db');
  writeFileSync(schema, JSON.stringify(await describeTables()));
  for (const count of COUNTS) {
    const data = join(source, tableNameOf(count), 'data');
    mkdirSync(data, { recursive: true });
    await pipeline(Readable.from(linesOf(count)), createWriteStream(join(data, '0.json')));
  }
  const { command } = getEngineBinary('dynoxide');
  const { status, stderr } = spawnSync(
    command,
    ['import', '--source', source, '--schema', schema, '--output', half, '--force'],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`the engine's import failed: ${stderr}`);
  rmSync(source, { recursive: true });
  // The name that is looked for comes last: what a broken run leaves is not taken for whole.
  renameSync(half, join(folder, 'engine.db'));
};

const describeTables = async () => {
  const engine = await startEngine({ wanted: 'dynoxide' });
  const descriptions = [];
  for (const name of COUNTS.map(tableNameOf)) {
    const client = createTableClient(environmentOf(engine.endpoint, name));
    await createTable(client, name);
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    descriptions.push({ Table });
    client.destroy();
  }
  await engine.stop();
  return descriptions;
};

function* linesOf(count: number): Generator<string> {
  for (const place of generatePlaces(count)) yield `${JSON.stringify({ Item: placeItem(place) })}\n`;
}
