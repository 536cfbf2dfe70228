import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createTable, createTableClient, type TableState } from './create-table.ts';
import { startEngine } from './engine.ts';
import { claimDataFolder, releaseDataFolder, writeEngineRecord } from './engine-record.ts';
import { contextEnvironment, type LocalEnv } from './env.ts';

/** An engine with the table in it, and the environment in which contexts and commands find it. */
export type Installation = {
  /** What runs, for a person to read. */
  engineName: string;
  environment: Record<string, string>;
  tableState: TableState;
  /** Tells commands where the gateway answers. */
  announce: (address: string) => void;
  /** Resolves, with its last words, when the engine ends without having been asked to. */
  engineDied: Promise<string>;
  close: () => Promise<void>;
};

/**
 * Opens the data folder: claims it, starts its engine (or uses the one at `DYNAMODB_ENDPOINT`), makes the
 * table or the indexes it lacks, and writes `engine.json`. Refuses while another process has the folder.
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
    const environment = contextEnvironment(endpoint, env);
    const client = createTableClient(environment);
    const tableState = await createTable(client, env.TABLE_NAME);
    writeEngineRecord(dataFolder, { port, endpoint });
    return {
      engineName: engine?.name ?? endpoint,
      environment,
      tableState,
      announce: (address) => writeEngineRecord(dataFolder, { port, endpoint, address }),
      engineDied: engine?.died ?? new Promise(() => {}),
      close: async () => {
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

/** The files that an engine keeps in a data folder; only these are deleted by `--fresh`. */
const DATA_FILES = [
  'engine.db',
  'engine.db-wal',
  'engine.db-shm',
  'engine.db-journal',
  'shared-local-instance.db',
];

/** Forgets everything in a data folder. Refuses while it is in use. */
export function clearDataFolder(dataFolder: string): void {
  claimDataFolder(dataFolder);
  for (const name of DATA_FILES) rmSync(join(dataFolder, name), { force: true });
  releaseDataFolder(dataFolder);
}
