import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Stage } from './coverage-sections.ts';
import { stepOf } from './coverage-steps.ts';

/** This process as a stage. */
export const nodeStage = (): Stage => {
  const before = heldMegabytes();
  return {
    name: 'in Node',
    run: async (name, times) => {
      const step = stepOf(name);
      const milliseconds: number[] = [];
      const processor: number[] = [];
      let result = Number.NaN;
      for (let index = 0; index < times; index++) {
        const used = process.cpuUsage();
        const begun = performance.now();
        result = step(index);
        milliseconds.push(performance.now() - begun);
        const { user, system } = process.cpuUsage(used);
        processor.push((user + system) / 1000);
      }
      return { milliseconds, processor, result };
    },
    heldMegabytes: async () => heldMegabytes() - before,
  };
};

/** What heap and typed arrays of this process hold after a collection of garbage. */
export const heldMegabytes = (): number => {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};
