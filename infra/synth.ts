import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Settings } from './settings.ts';
import { addStacks, createApp } from './stacks.ts';

/** One region of each partition: what is true of both is true of all. */
const REGIONS = ['ap-east-1', 'cn-northwest-1'];

const root = join(import.meta.dirname, '..');
const bundleRoot = join(root, 'dist/functions');

if (!existsSync(bundleRoot)) {
  const build = spawnSync(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'build.ts')], {
    cwd: root,
    stdio: 'inherit',
  });
  if (build.status !== 0) process.exit(build.status ?? 1);
}

const rows = REGIONS.flatMap((region) => {
  const app = createApp({ outdir: join(root, 'cdk.out', region) });
  addStacks(app, Settings.parse({ region }), bundleRoot);
  return app.synth().stacks.map((stack) => {
    const resources = Object.values<{ Type: string }>(stack.template.Resources);
    const count = (type: string) => resources.filter((resource) => resource.Type === type).length;
    return {
      region,
      stack: stack.stackName,
      resources: resources.length,
      functions: count('AWS::Lambda::Function'),
      routes: count('AWS::ApiGatewayV2::Route'),
      alarms: count('AWS::CloudWatch::Alarm'),
      kilobytes: Math.round(JSON.stringify(stack.template).length / 1000),
    };
  });
});
console.table(rows);
