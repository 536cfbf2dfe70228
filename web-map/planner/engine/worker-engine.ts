import type { PlannerData, PlannerEngine } from './planner-engine.ts';

/** A call to the worker and its answer. */
export type EngineCall = { id: number; name: 'load' | 'analyse' | 'curve' | 'propose'; argument: unknown[] };
export type EngineAnswer = { id: number; value?: unknown; failed?: string };

type Waiting = { resolve: (value: unknown) => void; reject: (error: unknown) => void };

/** The question was given up on because a newer one, or nobody, wants the answer. */
export class Stopped extends Error {}

/**
 * The engine in a worker. A calculation cannot be interrupted, so `stop` ends the thread; the next call starts
 * another one and gives it the data first.
 */
export const createWorkerEngine = (): PlannerEngine => {
  let worker: Worker | undefined;
  let data: PlannerData | undefined;
  let lastId = 0;
  const waiting = new Map<number, Waiting>();

  const failAll = (error: Error): void => {
    worker?.terminate();
    worker = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const start = (): Worker => {
    const started = new Worker(new URL('./planner-worker.ts', import.meta.url));
    started.addEventListener('message', ({ data: answer }: MessageEvent<EngineAnswer>) => {
      const { resolve, reject } = waiting.get(answer.id) ?? {};
      waiting.delete(answer.id);
      if (answer.failed === undefined) resolve?.(answer.value);
      else reject?.(new Error(answer.failed));
    });
    started.addEventListener('error', (event) => failAll(new Error(event.message)));
    return started;
  };
  const ask = <Value>(name: EngineCall['name'], ...argument: unknown[]): Promise<Value> => {
    const isFresh = worker === undefined;
    worker ??= start();
    const running = worker;
    if (isFresh && data && name !== 'load') {
      lastId += 1;
      running.postMessage({ id: lastId, name: 'load', argument: [data] } satisfies EngineCall);
    }
    lastId += 1;
    const id = lastId;
    return new Promise<Value>((resolve, reject) => {
      waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
      running.postMessage({ id, name, argument } satisfies EngineCall);
    });
  };
  return {
    load(next) {
      data = next;
      return ask('load', next);
    },
    analyse: (question, changes) => ask('analyse', question, changes),
    curve: (question, changes, moments) => ask('curve', question, changes, moments),
    propose: (question, changes) => ask('propose', question, changes),
    stop: () => failAll(new Stopped()),
  };
};
