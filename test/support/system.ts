import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { runCommand } from '../../infra/local/run-command.ts';
import { serveContexts } from '../../infra/local/system.ts';
import { startEngine, type TestEngine } from './engine.ts';

export type TestSystem = Omit<TestEngine, 'close'> & {
  /** Where the gateway answers, `http://127.0.0.1:PORT`. */
  address: string;
  /** Requests a path of this system. */
  fetch: (path: string, init?: RequestInit) => Promise<Response>;
  /** Runs a built operator's command on this system; answers its exit code and what it wrote. */
  run: (name: string, ...args: string[]) => Promise<{ code: number; stdout: string; stderr: string }>;
  close: () => Promise<void>;
};

/** A whole system on a free port: a table of its own, the seed data, the built bundles behind the gateway. */
export async function startSystem({ seed = true, environments = 1 } = {}): Promise<TestSystem> {
  const { close, ...engine } = await startEngine();
  const run = (name: string, ...args: string[]) => runQuietly(name, args, engine.environment);
  if (seed) {
    const { code, stderr } = await run('seed');
    if (code !== 0) throw new Error(`the seed data could not be written: ${stderr}`);
  }
  const gateway = await serveContexts(engine.environment, { port: 0, environments });
  return {
    ...engine,
    address: gateway.address,
    fetch: (path, init) => fetch(gateway.address + path, init),
    run,
    close: async () => {
      await gateway.close();
      await close();
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
