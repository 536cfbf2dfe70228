import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { inheritedEnvironment, root } from '../../infra/local/env.ts';

export type Started = {
  child: ChildProcess;
  /** Everything it has written so far. */
  output: () => string;
  /** Resolves to its exit code, or to the signal that ended it. */
  ended: Promise<number | NodeJS.Signals>;
};

/** Runs one of the local commands in a process of its own, as the scripts of package.json do. */
export const startScript = (script: string, args: string[], environment: Record<string, string>): Started =>
  startProcess(process.execPath, ['--import', 'tsx', script, ...args], environment);

/** Starts any command in the project's folder. */
export function startProcess(command: string, args: string[], environment: Record<string, string>): Started {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...withoutNpm(inheritedEnvironment()), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk;
    });
  }
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? signal ?? 1));
  });
  return { child, output: () => output, ended };
}

function withoutNpm(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { npm_lifecycle_event: _, ...rest } = environment;
  return rest;
}

/** Waits for `npm start` to be ready; resolves to its address. Throws with its output when it ends before. */
export async function untilReady({ output, ended }: Started): Promise<string> {
  let hasEnded = false;
  void ended.then(() => {
    hasEnded = true;
  });
  for (;;) {
    const address = /^ready: (\S+)$/m.exec(output())?.[1];
    if (address) return address;
    if (hasEnded) throw new Error(output());
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A loopback port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
