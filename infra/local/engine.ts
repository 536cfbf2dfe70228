import { spawn } from 'node:child_process';
import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type EngineName, getEngineBinary } from './engine-binary.ts';
import { inheritedEnvironment } from './env.ts';
import { findFreeAddress, LOCALHOST, randomLoopback } from './loopback-address.ts';
import { Refusal } from './refusal.ts';

export type Engine = {
  name: EngineName;
  endpoint: string;
  port: number;
  /** Resolves, with what it last said, when the engine ends without having been asked to. */
  died: Promise<string>;
  stop: () => Promise<void>;
};

/**
 * Watches over the engine so that it never outlives its parent: the parent holds the other end of the input,
 * which closes with it however it dies, `kill -9` included, and then the engine is killed. (Linux knows
 * `setpriv --pdeathsig` for this, macOS does not; a closed pipe is the same everywhere.)
 * What the engine writes is its owner's alone, also in a folder that others may enter.
 */
const WATCH = `
umask 077
exec 3<&0
"$@" 3<&- </dev/null &
engine=$!
(cat <&3 >/dev/null; kill -KILL $engine) 2>/dev/null &
exec 3<&-
wait $engine`;

/**
 * Starts an engine on a loopback address that no web page can guess and waits until it answers. Without a data folder it keeps
 * everything in memory. Refuses with one sentence when none is installed or it does not come up.
 */
export async function startEngine(
  options: { dataFolder?: string; wanted?: EngineName } = {},
): Promise<Engine> {
  const binary = getEngineBinary(options.wanted);
  const address = await findFreeAddress(binary.takesHost ? randomLoopback() : LOCALHOST);
  const child = spawn(
    'sh',
    ['-c', WATCH, 'sh', binary.command, ...binary.args(address, options.dataFolder)],
    {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: inheritedEnvironment(),
      // Its own group: Ctrl-C in a terminal reaches the parent alone, which then ends what it has begun.
      detached: true,
    },
  );
  let lastWords = '';
  const listen = (chunk: Buffer) => {
    lastWords = (lastWords + chunk).slice(-500);
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  child.stdin.on('error', () => {});
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let stopped = false;
  const died = ended.then(() => (stopped ? new Promise<string>(() => {}) : lastWords.trim()));

  const endpoint = `http://${address.host}:${address.port}`;
  const ends: object[] = [child, child.stdin, child.stdout, child.stderr];
  const handles = ends as Handle[];
  const stop = async () => {
    stopped = true;
    for (const handle of handles) handle.ref?.();
    child.stdin.end();
    await ended;
  };
  const failure = await Promise.race([waitUntilAnswering(endpoint), died]);
  if (failure !== undefined) {
    await stop();
    throw new Refusal(`The engine ${binary.name} did not start: ${failure || 'it ended without a word'}.`);
  }
  // The process may end while the engine still runs: the engine then ends with it.
  for (const handle of handles) handle.unref?.();
  return { name: binary.name, endpoint, port: address.port, died, stop };
}

/** A child or one of its pipes; the types of the pipes do not tell that they are sockets. */
type Handle = { ref?: () => void; unref?: () => void };

async function waitUntilAnswering(endpoint: string): Promise<string | undefined> {
  const patienceMs = 20_000;
  for (let waited = 0; waited < patienceMs; ) {
    if (await isAnswering(endpoint)) return undefined;
    const pause = Math.min(100, 2 + waited / 10);
    await sleep(pause);
    waited += pause;
  }
  return `no answer within ${patienceMs / 1000} s`;
}

/** True when something speaks HTTP at an endpoint. */
export function isAnswering(endpoint: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(endpoint, { timeout: 1000, agent: false }, (response) => {
      response.resume();
      resolve(true);
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
    request.on('close', () => resolve(false));
  });
}
