import { createServer } from 'node:http';
import { buildAll } from '../build.ts';
import { claimDataFolder, releaseDataFolder } from './engine-record.ts';
import { type LocalEnv, readLocalEnv } from './env.ts';
import { listen } from './gateway.ts';
import { clearDataFolder, type Installation, openInstallation } from './installation.ts';
import { endWithParent, onStopSignal } from './lifetime.ts';
import { Refusal, runMain } from './refusal.ts';
import { runCommand } from './run-command.ts';
import { step } from './step.ts';
import { serveContexts } from './system.ts';

/** `npm start`: builds, opens the data, seeds what is empty, and serves until it is stopped. */
async function start(args: string[]): Promise<never> {
  const unknown = args.find((arg) => arg !== '--fresh');
  if (unknown !== undefined) throw new Refusal(`${unknown} is no option of start: there is only --fresh.`);
  const env = readLocalEnv();
  await refuseEarly(env);
  if (args.includes('--fresh'))
    await step('forget the old data', async () => clearDataFolder(env.NUANXIN_DATA));

  if (!env.NUANXIN_BUILT) await buildAll();
  const installation = await step('start engine, open table', () => openInstallation(env));
  onStopSignal(installation.close);
  try {
    return await serve(installation, env);
  } finally {
    await installation.close();
  }
}

async function serve(installation: Installation, { HOST, PORT, NUANXIN_DATA }: LocalEnv): Promise<never> {
  const seeded = step('seed where there is nothing', async () => {
    const code = await runCommand('seed', [], installation.environment);
    if (code !== 0) throw new Refusal('The seed data could not be written.');
  });
  // Both load large bundles, the gateway in threads of its own.
  const [gateway] = await Promise.all([
    step('start the gateway', () => serveContexts(installation.environment, { host: HOST, port: PORT })),
    seeded,
  ]);
  installation.announce(gateway.address);
  endWithParent();
  console.log(`data in ${NUANXIN_DATA}, engine ${installation.engineName}`);
  console.log(`ready: ${gateway.address}`);
  const lastWords = await installation.engineDied;
  await gateway.close();
  throw new Refusal(`The engine has ended: ${lastWords || 'without a word'}.`);
}

/** What would fail in the end is refused before the build, not after it. */
async function refuseEarly({ NUANXIN_DATA, PORT, HOST }: LocalEnv): Promise<void> {
  claimDataFolder(NUANXIN_DATA);
  releaseDataFolder(NUANXIN_DATA);
  const server = createServer();
  await listen(server, PORT, HOST);
  await new Promise((resolve) => server.close(resolve));
}

await runMain(() => start(process.argv.slice(2)));
