import { createRequire } from 'node:module';
import { commandBundle } from '../bundle/functions.ts';
import { setEnvironment } from './env.ts';

/** Where a command writes: results to `stdout`, what went wrong and progress to `stderr`. */
export type CommandIo = { stdout: NodeJS.WritableStream; stderr: NodeJS.WritableStream };

type Command = { run: (args: string[], io: CommandIo) => Promise<number> };

/**
 * Runs a built operator's command in this process, in the environment of a context. Resolves to its exit
 * code. The bundle reads its environment when it is loaded, so it is loaded anew each time.
 */
export async function runCommand(
  name: string,
  args: string[],
  environment: Record<string, string>,
  io: CommandIo = { stdout: process.stdout, stderr: process.stderr },
): Promise<number> {
  setEnvironment(environment);
  const file = commandBundle(name);
  const require = createRequire(file);
  delete require.cache[file];
  const { run } = require(file) as Command;
  return run(args, io);
}
