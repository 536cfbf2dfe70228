import { Worker } from 'node:worker_threads';
import type { EnvironmentAnswer, EnvironmentSettings } from './environment-message.ts';

/** How a request ended: the handler's answer, or what became of it instead. */
export type Outcome = Exclude<EnvironmentAnswer, ['ready']> | ['crashed' | 'timeout' | 'closed'];

type Request = { eventText: string; requestId: string; deadline: number; settle: (outcome: Outcome) => void };

type Environment = { worker: Worker; request: Request | undefined };

export type PoolOptions = EnvironmentSettings & {
  /** The built `infra/local/environment.ts`. */
  script: string;
  variables: Record<string, string>;
  /** How many requests may run at the same time. */
  size: number;
  /** The first environment starts with the first request, and each further one when all are busy. */
  isLazy?: boolean;
  timeoutMs: number;
};

/**
 * The execution environments of one context. Each takes one request at a time, like Lambda's; what finds
 * none free waits in line. An environment that dies or takes too long is replaced.
 */
export class EnvironmentPool {
  readonly #options: PoolOptions;
  readonly #environments = new Set<Environment>();
  /** Free ones, the last used on top: its caches are the warmest. */
  readonly #free: Environment[] = [];
  readonly #waiting: Request[] = [];
  readonly #sweep: NodeJS.Timeout;
  #closed = false;

  private constructor(options: PoolOptions) {
    this.#options = options;
    // One clock for all requests, since a timer for each costs more than it tells.
    this.#sweep = setInterval(() => this.#endOverdue(), Math.min(250, options.timeoutMs / 4));
    this.#sweep.unref();
  }

  /** Starts a pool; rejects when the bundle cannot be loaded. */
  static async start(options: PoolOptions): Promise<EnvironmentPool> {
    const pool = new EnvironmentPool(options);
    try {
      const wanted = options.isLazy ? 0 : options.size;
      await Promise.all(Array.from({ length: wanted }, () => pool.#startEnvironment()));
    } catch (error) {
      await pool.close();
      throw error;
    }
    return pool;
  }

  /** Hands a request to a free environment and tells `settle`, once, how it ended. */
  invoke(eventText: string, requestId: string, settle: (outcome: Outcome) => void): void {
    const deadline = performance.now() + this.#options.timeoutMs;
    const request = { eventText, requestId, deadline, settle };
    const free = this.#free.pop();
    if (this.#closed) settle(['closed']);
    else if (free) this.#give(free, request);
    else {
      this.#waiting.push(request);
      if (this.#environments.size < this.#options.size) this.#replace();
    }
  }

  /** Ends all environments; requests under way are told that the pool has closed. */
  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#sweep);
    const environments = [...this.#environments];
    this.#environments.clear();
    for (const request of this.#waiting.splice(0)) request.settle(['closed']);
    for (const environment of environments) this.#settle(environment, ['closed']);
    await Promise.all(environments.map(({ worker }) => worker.terminate()));
  }

  #startEnvironment(): Promise<void> {
    const { script, variables, bundle, functionName, kind } = this.#options;
    const settings: EnvironmentSettings = { bundle, functionName, kind };
    const worker = new Worker(script, { workerData: settings, env: variables, execArgv: [] });
    const environment: Environment = { worker, request: undefined };
    this.#environments.add(environment);
    return new Promise((resolve, reject) => {
      let cause: unknown = new Error(`an execution environment of ${bundle} ended`);
      let isReady = false;
      worker.on('message', (message: EnvironmentAnswer) => {
        if (message[0] === 'ready') {
          isReady = true;
          resolve();
        } else this.#settle(environment, message);
        if (this.#environments.has(environment)) this.#takeNext(environment);
      });
      worker.on('error', (error) => {
        cause = error;
      });
      worker.on('exit', () => {
        reject(cause);
        if (!this.#environments.delete(environment)) return;
        const position = this.#free.indexOf(environment);
        if (position >= 0) this.#free.splice(position, 1);
        if (environment.request) console.error(cause);
        this.#settle(environment, ['crashed']);
        // What cannot even be loaded is tried again with the next request, not in a circle.
        if (isReady) this.#replace();
      });
    });
  }

  #replace(): void {
    if (this.#closed) return;
    this.#startEnvironment().catch((error) => {
      console.error(error);
      if (this.#environments.size > 0) return;
      for (const request of this.#waiting.splice(0)) request.settle(['crashed']);
    });
  }

  #give(environment: Environment, request: Request): void {
    environment.request = request;
    const timeLeft = Math.max(0, request.deadline - performance.now());
    environment.worker.postMessage([request.eventText, request.requestId, timeLeft]);
  }

  #takeNext(environment: Environment): void {
    const next = this.#waiting.shift();
    if (next) this.#give(environment, next);
    else this.#free.push(environment);
  }

  #settle(environment: Environment, outcome: Outcome): void {
    const { request } = environment;
    environment.request = undefined;
    request?.settle(outcome);
  }

  #endOverdue(): void {
    const now = performance.now();
    const overdue = this.#waiting.filter((request) => request.deadline < now);
    for (const request of overdue) {
      this.#waiting.splice(this.#waiting.indexOf(request), 1);
      request.settle(['timeout']);
    }
    for (const environment of this.#environments) {
      if (environment.request === undefined || environment.request.deadline >= now) continue;
      this.#environments.delete(environment);
      this.#settle(environment, ['timeout']);
      void environment.worker.terminate();
      this.#replace();
    }
  }
}
