import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { contextResources } from '../../infra/context-resources.ts';
import { Settings } from '../../infra/settings.ts';
import { addStacks, createApp } from '../../infra/stacks.ts';

export const REGIONS = ['ap-east-1', 'cn-northwest-1'] as const;

/** The smallest bundles that a stack accepts, so that templates can be tested without a build. */
export function placeholderBundles(): string {
  const root = mkdtempSync(join(tmpdir(), 'nuanxin-bundles-'));
  for (const context of Object.keys(contextResources)) {
    mkdirSync(join(root, context));
    writeFileSync(join(root, context, 'index.cjs'), 'exports.handler = async () => ({});\n');
  }
  return root;
}

const bundleRoot = placeholderBundles();

/** The stacks of an installation before synthesis; `given` is what `-c name=value` would give. */
export function stacksOf(given: Record<string, unknown>, appProps: Parameters<typeof createApp>[0] = {}) {
  const app = createApp(appProps);
  return { app, ...addStacks(app, Settings.parse(given), bundleRoot) };
}

/**
 * The templates of an installation; throws what the AwsSolutions rules refuse. CloudFormation's own checks take
 * seconds to start, so `test/infra/stacks.test.ts` runs them for all.
 */
export function templatesOf(given: Record<string, unknown>) {
  const { api, web } = stacksOf(given, { builtinCloudFormationValidation: false });
  return { api: Template.fromStack(api), ...(web ? { web: Template.fromStack(web) } : {}) };
}
