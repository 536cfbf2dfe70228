import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { Settings } from '../../infra/settings.ts';
import { addStacks, createApp } from '../../infra/stacks.ts';
import { stacksOf } from '../support/synthesised.ts';

/** Every shape an installation can have; a user's own certificate names a partition by itself. */
const installations = {
  'Hong Kong with CDN': { region: 'ap-east-1', alarmEmail: 'duty@example.org' },
  'Hong Kong without CDN': { region: 'ap-east-1', cdn: 'false', stage: 'trial' },
  Ningxia: { region: 'cn-northwest-1', alarmEmail: 'duty@example.cn' },
  'Ningxia with CDN': {
    region: 'cn-northwest-1',
    cdn: 'true',
    domain: 'ditu.example.cn',
    certificate: 'ASCAEXAMPLE01',
  },
};

describe.each(Object.entries(installations))('an installation in %s', (_, given) => {
  const { app, api, web } = stacksOf(given);
  // Throws what CloudFormation's schemas refuse.
  const { stacks } = app.synth();
  const templates = stacks.map(({ template }) => JSON.stringify(template));

  it('has one template per stack, each of which CloudFormation would accept', () => {
    expect(stacks.map(({ stackName }) => stackName)).toEqual(
      [api, ...(web ? [web] : [])].map((stack) => stack.stackName),
    );
  });

  it('satisfies every AwsSolutions rule that it does not acknowledge', () => {
    expect(new AwsSolutionsChecks().validateScope(app).violations).toEqual([]);
  });

  it('acknowledges a rule next to the resource that it is about, with a reason to read', () => {
    const acknowledged = app.node
      .findAll()
      .flatMap(({ node }) => node.metadata.map(({ type, data }) => ({ path: node.path, type, data })))
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY);
    expect(acknowledged.length).toBeGreaterThan(0);
    for (const { path, data } of acknowledged) {
      expect(path.split('/').length).toBeGreaterThan(1);
      for (const reason of Object.values<string>(data)) expect(reason.length).toBeGreaterThan(40);
    }
  });

  it('names no partition and no address of one, so that it can be deployed in either', () => {
    for (const text of templates) expect(text).not.toMatch(/arn:aws|amazonaws\.com(?!")|amazonaws\.com\.cn/);
  });

  it('deploys nothing of what stands in for AWS or WeChat on one machine, and nothing that points there', () => {
    for (const text of templates)
      expect(text).not.toMatch(
        /WECHAT_API_BASE|SECRETS_FILE|OBJECTS_ENDPOINT|LOCAL_SIGN_IN|DYNAMODB_ENDPOINT|dynoxide|stand-?in|localhost|127\.0\.0\.1/i,
      );
  });
});

describe('an installation', () => {
  it('carries its stage in the names of its stacks, and only production is protected against removal', () => {
    const production = stacksOf({ region: 'ap-east-1' });
    const trial = stacksOf({ region: 'ap-east-1', stage: 'trial' });
    expect([production.api.stackName, production.web?.stackName]).toEqual([
      'nuanxin-map-production-api',
      'nuanxin-map-production-web',
    ]);
    expect([production.api.terminationProtection, trial.api.terminationProtection]).toEqual([true, false]);
    expect(trial.api.stackName).toBe('nuanxin-map-trial-api');
  });

  it('says which command makes the bundles when there are none', () => {
    const empty = mkdtempSync(join(tmpdir(), 'nuanxin-nothing-'));
    const settings = Settings.parse({ region: 'ap-east-1' });
    expect(() => addStacks(createApp(), settings, empty)).toThrow('run npm run build first');
  });
});
