import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { startBackground } from '../../infra/local/background.ts';
import { answerSignIn } from '../../infra/local/local-sign-in.ts';
import { runCommand } from '../../infra/local/run-command.ts';
import { serveContexts } from '../../infra/local/system.ts';
import type { Wechat } from '../../infra/local/wechat/start-wechat.ts';
import { startEngine, type TestEngine } from './engine.ts';
import { startOwnStandIns } from './own-stand-ins.ts';
import { type SignedIn, signInAs } from './sign-in-as.ts';

export type TestSystem = Omit<TestEngine, 'close'> & {
  /** Where the gateway answers, `http://127.0.0.1:PORT`. */
  address: string;
  /** Requests a path of this system, as nobody. */
  fetch: (path: string, init?: RequestInit) => Promise<Response>;
  /** Signs in by cookie, as one of the sample identities or as anybody new. */
  signIn: (openid: string) => Promise<SignedIn>;
  /** WeChat's stand-in and its knobs. */
  wechat: Wechat;
  /** Where pictures are uploaded to: the origin that a page may speak to beside its own. */
  uploadOrigin: string;
  /** Tells the clock's bundle that it is now this time. */
  runClock: (now?: Date) => Promise<void>;
  /** Tells the notifier what is new in the outbox until nothing new comes of it. */
  settle: () => Promise<void>;
  /** Runs a built operator's command on this system; answers its exit code and what it wrote. */
  run: (name: string, ...args: string[]) => Promise<{ code: number; stdout: string; stderr: string }>;
  close: () => Promise<void>;
};

/** More passes than a notifier needs that takes what it is told. */
const MOST_PASSES = 20;

/**
 * A whole system on a free port: a table of its own, the seed data, the built bundles behind the gateway, the
 * stand-ins. What few tests need starts when it is first asked for; pump and clock stand still until a test sets them
 * going, unless it `isWound`.
 */
export async function startSystem({
  seed = true,
  environments = 1,
  isWound = false,
} = {}): Promise<TestSystem> {
  const [{ close, ...engine }, standIns] = await Promise.all([startEngine(), startOwnStandIns()]);
  const environment = { ...engine.environment, ...standIns.environment };
  const run = (name: string, ...args: string[]) => runQuietly(name, args, environment);
  const runWell = async (name: string) => {
    const { code, stderr } = await run(name);
    if (code !== 0) throw new Error(`${name} has failed: ${stderr}`);
  };
  if (seed) await runWell('seed');
  const gateway = await serveContexts(
    { ...environment, LOCAL_SIGN_IN: 'on' },
    { port: 0, environments, answerLocally: answerSignIn(standIns.wechat.codeFor) },
  );
  standIns.announce(gateway.address);
  const { client, tableName } = engine;
  const background = await startBackground({ client, tableName, environment, isWound });
  let people: Promise<void> | undefined;
  return {
    ...engine,
    environment,
    address: gateway.address,
    fetch: (path, init) => fetch(gateway.address + path, init),
    signIn: async (openid) => {
      people ??= seed ? runWell('people') : Promise.resolve();
      await people;
      return signInAs(gateway.address, standIns.wechat.codeFor(openid));
    },
    wechat: standIns.wechat,
    uploadOrigin: standIns.objects.endpoint,
    runClock: background.clock.ring,
    settle: async () => {
      for (let pass = 1; (await background.pump.run()) > 0; pass++) {
        if (pass === MOST_PASSES) throw new Error('the notifier does not take what it is told');
      }
    },
    run,
    close: async () => {
      await background.close();
      await gateway.close();
      await Promise.all([close(), standIns.close()]);
    },
  };
}

async function runQuietly(name: string, args: string[], environment: Record<string, string>) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const texts = Promise.all([text(stdout), text(stderr)]);
  const code = await runCommand(name, args, environment, { stdout, stderr });
  stdout.end();
  stderr.end();
  const [written, complained] = await texts;
  return { code, stdout: written, stderr: complained };
}
