import { type StepName, stepOf } from '../coverage-steps.ts';

/** What the worker saw of its runs. */
export type Measured = { milliseconds: number[]; result: number };

const worker = globalThis as unknown as DedicatedWorkerGlobalScope;

worker.addEventListener('message', ({ data }: MessageEvent<{ step: StepName; times: number }>) => {
  const step = stepOf(data.step);
  const milliseconds: number[] = [];
  let result = Number.NaN;
  for (let index = 0; index < data.times; index++) {
    const begun = performance.now();
    result = step(index);
    milliseconds.push(performance.now() - begun);
  }
  worker.postMessage({ milliseconds, result } satisfies Measured);
});
