import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type AssetCode, Code } from 'aws-cdk-lib/aws-lambda';
import type { Context } from '../shared/api/route.ts';

/**
 * The built bundle of a context as Lambda code: the same bytes that run locally.
 * Throws with the command that makes it when it is not there.
 */
export function bundleCode(bundleRoot: string, context: Context): AssetCode {
  const folder = join(bundleRoot, context);
  const entry = join(folder, 'index.cjs');
  if (!existsSync(entry)) throw new Error(`There is no bundle at ${entry}: run npm run build first.`);
  return Code.fromAsset(folder);
}
