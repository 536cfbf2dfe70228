import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type AssetCode, Code } from 'aws-cdk-lib/aws-lambda';
import type { LambdaName } from './context-resources.ts';

/**
 * The built bundle of a context or a job as Lambda code: the same bytes that run locally.
 * Throws with the command that makes it when it is not there.
 */
export function bundleCode(bundleRoot: string, name: LambdaName): AssetCode {
  const folder = join(bundleRoot, name);
  const entry = join(folder, 'index.cjs');
  if (!existsSync(entry)) throw new Error(`There is no bundle at ${entry}: run npm run build first.`);
  return Code.fromAsset(folder);
}
