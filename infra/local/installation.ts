import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createTable, createTableClient, type TableState } from './create-table.ts';
import { startEngine } from './engine.ts';
import { claimDataFolder, releaseDataFolder, writeEngineRecord } from './engine-record.ts';
import { contextEnvironment, type LocalEnv } from './env.ts';
import { secretsFile } from './secrets-file.ts';
import { type StandIns, startStandIns } from './stand-ins.ts';

/** An engine with the table in it, what plays the rest of the world, and the environment in which both are found. */
export type Installation = {
  /** What runs, for a person to read. */
  engineName: string;
  environment: Record<string, string>;
  client: DynamoDBClient;
  standIns: StandIns;
  tableState: TableState;
  /** Tells commands and the stand-ins where the gateway answers. */
  announce: (address: string) => void;
  /** Resolves, with its last words, when the engine ends without having been asked to. */
  engineDied: Promise<string>;
  close: () => Promise<void>;
};

/**
 * Opens the data folder: claims it, starts its engine (or uses the one at `DYNAMODB_ENDPOINT`), makes the
 * table or the indexes it lacks, starts the stand-ins, and writes `engine.json`. Refuses while another process has the folder.
 */
export async function openInstallation(env: LocalEnv): Promise<Installation> {
  const dataFolder = env.NUANXIN_DATA;
  claimDataFolder(dataFolder);
  try {
    const given = env.DYNAMODB_ENDPOINT;
    const engine = given
      ? undefined
      : await startEngine({ dataFolder, ...(env.NUANXIN_ENGINE && { wanted: env.NUANXIN_ENGINE }) });
    const endpoint = engine?.endpoint ?? given ?? '';
    const port = engine?.port ?? Number(new URL(endpoint).port);
    const tableEnvironment = contextEnvironment(endpoint, env);
    const client = createTableClient(tableEnvironment);
    const [tableState, standIns] = await Promise.all([
      createTable(client, env.TABLE_NAME),
      startStandIns(dataFolder, env),
    ]);
    const environment = { ...tableEnvironment, ...standIns.environment };
    writeEngineRecord(dataFolder, { port, endpoint, environment });
    return {
      engineName: engine?.name ?? endpoint,
      environment,
      client,
      standIns,
      tableState,
      announce: (address) => {
        standIns.announce(address);
        writeEngineRecord(dataFolder, { port, endpoint, environment, address });
      },
      engineDied: engine?.died ?? new Promise(() => {}),
      close: async () => {
        await standIns.close();
        client.destroy();
        await engine?.stop();
        releaseDataFolder(dataFolder);
      },
    };
  } catch (error) {
    releaseDataFolder(dataFolder);
    throw error;
  }
}

/** What an installation keeps in a data folder; only this is deleted by `--fresh`. */
const DATA_FILES = [
  'engine.db',
  'engine.db-wal',
  'engine.db-shm',
  'engine.db-journal',
  'shared-local-instance.db',
  'objects',
];

/** Forgets everything in a data folder. Refuses while it is in use. */
export function clearDataFolder(dataFolder: string): void {
  claimDataFolder(dataFolder);
  for (const name of DATA_FILES) rmSync(join(dataFolder, name), { force: true, recursive: true });
  rmSync(secretsFile(dataFolder), { force: true });
  releaseDataFolder(dataFolder);
}
