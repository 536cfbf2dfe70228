import { createServer } from 'node:http';
import { startBackground } from './background.ts';
import { buildApart } from './build-apart.ts';
import { claimDataFolder, releaseDataFolder } from './engine-record.ts';
import { type LocalEnv, readLocalEnv } from './env.ts';
import { listen } from './gateway.ts';
import { clearDataFolder, type Installation, openInstallation } from './installation.ts';
import { endWithParent, onStopSignal } from './lifetime.ts';
import { answerSignIn } from './local-sign-in.ts';
import { isLoopback } from './loopback-address.ts';
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

  if (!env.NUANXIN_BUILT) await buildApart();
  const installation = await step('start engine, open table', () => openInstallation(env));
  onStopSignal(installation.close);
  try {
    return await serve(installation, env);
  } finally {
    await installation.close();
  }
}

async function serve(installation: Installation, env: LocalEnv): Promise<never> {
  const { environment, client, standIns } = installation;
  const seeded = step('seed where there is nothing', async () => {
    for (const command of ['seed', 'people']) {
      const code = await runCommand(command, [], environment);
      if (code !== 0) throw new Refusal('The seed data could not be written.');
    }
  });
  const hasSignIn = env.LOCAL_SIGN_IN === 'on';
  // Both load large bundles, the gateway in threads of its own.
  const [gateway] = await Promise.all([
    step('start the gateway', () =>
      serveContexts(
        { ...environment, ...(hasSignIn && { LOCAL_SIGN_IN: 'on' }) },
        {
          host: env.HOST,
          port: env.PORT,
          ...(hasSignIn && { answerLocally: answerSignIn(standIns.wechat.codeFor) }),
        },
      ),
    ),
    seeded,
  ]);
  installation.announce(gateway.address);
  await startBackground({ client, tableName: env.TABLE_NAME, environment, isWound: true });
  endWithParent();
  console.log(`data in ${env.NUANXIN_DATA}, engine ${installation.engineName}`);
  console.log(`ready: ${gateway.address}`);
  const lastWords = await installation.engineDied;
  await gateway.close();
  throw new Refusal(`The engine has ended: ${lastWords || 'without a word'}.`);
}

/** What would fail in the end is refused before the build, not after it. */
async function refuseEarly({ NUANXIN_DATA, PORT, HOST, LOCAL_SIGN_IN }: LocalEnv): Promise<void> {
  if (LOCAL_SIGN_IN === 'on' && !isLoopback(HOST)) {
    throw new Refusal(
      `On ${HOST} anybody in the network could sign in as anybody: set LOCAL_SIGN_IN=off, or leave HOST away.`,
    );
  }
  claimDataFolder(NUANXIN_DATA);
  releaseDataFolder(NUANXIN_DATA);
  const server = createServer();
  await listen(server, PORT, HOST);
  await new Promise((resolve) => server.close(resolve));
}

await runMain(() => start(process.argv.slice(2)));
