import type { StepName } from '../coverage-steps.ts';
import type { Measured } from './worker.ts';

declare global {
  interface Window {
    /** Has the worker run a step so many times. */
    runStep(step: StepName, times: number): Promise<Measured>;
  }
}

const worker = new Worker(new URL('./worker.ts', import.meta.url));

window.runStep = (step, times) =>
  new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Measured>) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage({ step, times });
  });
