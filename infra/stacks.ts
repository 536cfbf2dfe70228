import { App, type AppProps, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import cdkJson from '../cdk.json' with { type: 'json' };
import { ApiStack } from './ApiStack.ts';
import type { Settings } from './settings.ts';
import { WebStack } from './WebStack.ts';

/** A CDK app with the feature flags of `cdk.json`, which only the `cdk` command line would read by itself. */
export function createApp(props: AppProps & { context?: Record<string, unknown> } = {}): App {
  return new App({
    ...props,
    analyticsReporting: false,
    context: { ...cdkJson.context, ...props.context },
  });
}

/**
 * Adds the stacks of one installation in one region, checked against the AwsSolutions rules at synthesis.
 * `bundleRoot` holds one folder per context, as the build leaves them.
 */
export function addStacks(
  app: App,
  settings: Settings,
  bundleRoot: string,
): { api: ApiStack; web?: WebStack } {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  const name = `nuanxin-map-${settings.stage}`;
  const shared = { env: { region: settings.region }, settings };
  const api = new ApiStack(app, `${name}-api`, {
    ...shared,
    bundleRoot,
    description: 'Nuanxin map: table, functions and HTTP API, pages included',
    terminationProtection: settings.stage === 'production',
  });
  if (!settings.cdn) return { api };
  const web = new WebStack(app, `${name}-web`, {
    ...shared,
    apiHost: api.apiHost,
    cdnMark: api.cdnMark,
    description: 'Nuanxin map: CDN and domain in front of the API',
  });
  return { api, web };
}
