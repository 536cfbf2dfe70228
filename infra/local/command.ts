import { existsSync } from 'node:fs';
import { buildFunctions, commandBundle } from '../bundle/functions.ts';
import { findEngineRecord } from './engine-record.ts';
import { isDeployedEnvironment, readLocalEnv } from './env.ts';
import { openInstallation } from './installation.ts';
import { exitCodeOfSignal, onStopSignal } from './lifetime.ts';
import { Refusal, runMain } from './refusal.ts';
import { runCommand } from './run-command.ts';

/**
 * `npm run import -- …` and the other operator's commands. With a table named in the environment it works on
 * that deployed system; else on the installation that runs on the data folder; else it opens the folder itself.
 */
async function command([name, ...args]: string[]): Promise<number> {
  if (name === undefined) throw new Refusal('Name a command: npm run import -- FILE.');
  const env = readLocalEnv();
  if (!env.NUANXIN_BUILT) await buildFunctions();
  if (!existsSync(commandBundle(name))) throw new Refusal(`There is no command ${name}.`);
  if (isDeployedEnvironment()) return runCommand(name, args, {});

  const running = findEngineRecord(env.NUANXIN_DATA);
  if (running?.environment) return runCommand(name, args, running.environment);

  const installation = await openInstallation(env);
  const isStopping = onStopSignal(installation.close, exitCodeOfSignal);
  try {
    return await runCommand(name, args, installation.environment);
  } catch (error) {
    // What an interrupted command trips over is no news: its engine is being stopped under it.
    if (!isStopping()) throw error;
    return new Promise(() => {});
  } finally {
    if (!isStopping()) await installation.close();
  }
}

await runMain(() => command(process.argv.slice(2)));
