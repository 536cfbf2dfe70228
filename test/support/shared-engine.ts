import type { TestProject } from 'vitest/node';
import { startEngine } from '../../infra/local/engine.ts';
import { readLocalEnv } from '../../infra/local/env.ts';

declare module 'vitest' {
  interface ProvidedContext {
    engineEndpoint: string;
  }
}

/** One engine in memory for all files of a project, unless `DYNAMODB_ENDPOINT` or `NUANXIN_ENGINE` name another. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { DYNAMODB_ENDPOINT, NUANXIN_ENGINE } = readLocalEnv();
  const engine = DYNAMODB_ENDPOINT
    ? undefined
    : await startEngine(NUANXIN_ENGINE && { wanted: NUANXIN_ENGINE });
  project.provide('engineEndpoint', engine?.endpoint ?? DYNAMODB_ENDPOINT ?? '');
  return async () => engine?.stop();
}
