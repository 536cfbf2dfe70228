import { readFile } from './read-file.ts';
import { FileRefusal } from './refusal.ts';

const worker = globalThis as unknown as DedicatedWorkerGlobalScope;

worker.addEventListener('message', async ({ data }: MessageEvent<ArrayBuffer>) => {
  try {
    worker.postMessage({ rows: await readFile(new Uint8Array(data)) });
  } catch (error) {
    worker.postMessage({ refused: error instanceof FileRefusal ? error.code : 'broken_csv' });
  }
});
