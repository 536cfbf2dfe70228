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

for (const region of REGIONS) {
  const app = createApp({ outdir: join(root, 'cdk.out', region) });
  addStacks(app, Settings.parse({ region }), bundleRoot);
  console.log(`\n${region}`);
  for (const { stackName, template } of app.synth().stacks) {
    const resources = Object.values<{ Type: string }>(template.Resources);
    const count = (type: string) => resources.filter((resource) => resource.Type === type).length;
    const parts = [
      `${resources.length} resources`,
      `${count('AWS::Lambda::Function')} functions`,
      `${count('AWS::ApiGatewayV2::Route')} routes`,
      `${count('AWS::CloudWatch::Alarm')} alarms`,
      `${Math.round(JSON.stringify(template).length / 1000)} kB`,
    ];
    console.log(`  ${stackName}: ${parts.filter((part) => !part.startsWith('0 ')).join(', ')}`);
  }
}
console.log('\nEvery AwsSolutions rule is satisfied or acknowledged. The templates are in cdk.out/.');
