import { createPlannerSession } from './planner-session.ts';
import type { EngineAnswer, EngineCall } from './worker-engine.ts';

const worker = globalThis as unknown as DedicatedWorkerGlobalScope;
const session = createPlannerSession(() => performance.now());

worker.addEventListener('message', ({ data: { id, name, argument } }: MessageEvent<EngineCall>) => {
  try {
    const value = (session[name] as (...argument: unknown[]) => unknown)(...argument);
    worker.postMessage({ id, value } satisfies EngineAnswer);
  } catch (error) {
    worker.postMessage({ id, failed: String(error) } satisfies EngineAnswer);
  }
});
