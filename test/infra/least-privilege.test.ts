import { describe, expect, it } from 'vitest';
import { contextResources } from '../../infra/context-resources.ts';
import { routes } from '../../shared/api/routes.ts';
import { table as keys } from '../../shared/table.ts';
import { REGIONS, templatesOf } from '../support/synthesised.ts';

type Statement = { Action: string | string[]; Resource: unknown; Effect: string };

const listed = <Value>(value: Value | Value[]): Value[] => (Array.isArray(value) ? value : [value]);

describe.each(REGIONS)('the permissions in %s', (region) => {
  const { api } = templatesOf({ region });
  const policies = Object.values(api.findResources('AWS::IAM::Policy')).map(({ Properties }) => Properties);

  /** What the role of a context may do, as pairs of actions and resource. */
  function statementsOf(context: string): Statement[] {
    return policies
      .filter(({ Roles }) => Roles.some(({ Ref }: { Ref: string }) => Ref.startsWith(`${context}Role`)))
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement as Statement[]);
  }

  const logging = (context: string) => ({
    Effect: 'Allow',
    Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    Resource: { 'Fn::GetAtt': [expect.stringMatching(new RegExp(`^${context}Logs`)), 'Arn'] },
  });

  it('let the public reads get items by key and query the indexes they name, never the table itself', () => {
    const tableArn = { 'Fn::GetAtt': [expect.stringMatching(/^Table/), 'Arn'] };
    expect(contextResources.map.indexes).toEqual(['tile', 'subdistrict']);
    expect(statementsOf('map')).toEqual([
      logging('map'),
      {
        Effect: 'Allow',
        Action: ['dynamodb:BatchGetItem', 'dynamodb:GetItem'],
        Resource: tableArn,
      },
      {
        Effect: 'Allow',
        Action: 'dynamodb:Query',
        Resource: [keys.indexes.tile, keys.indexes.subdistrict].map(({ name }) => ({
          'Fn::Join': ['', [tableArn, `/index/${name}`]],
        })),
      },
    ]);
  });

  it('let the site write its own log and nothing else, and do not tell it the table', () => {
    expect(statementsOf('site')).toEqual([logging('site')]);
    const environments = Object.entries(api.findResources('AWS::Lambda::Function')).map(
      ([id, { Properties }]) => [id.replace(/Function.*/, ''), Object.keys(Properties.Environment.Variables)],
    );
    expect(Object.fromEntries(environments)).toEqual({ map: ['VERSION', 'TABLE_NAME'], site: ['VERSION'] });
  });

  it('give no context with public routes alone an action that writes, or lists what no index shows', () => {
    for (const context of Object.keys(contextResources)) {
      const own = Object.values(routes).filter((route) => route.context === context);
      expect(own.length).toBeGreaterThan(0);
      if (own.some(({ access }) => access !== 'public')) continue;
      const allowed = statementsOf(context).flatMap(({ Action, Resource }) =>
        listed(Action).map((action) => ({ action, resources: listed(Resource) })),
      );
      const isRead = ({ action, resources }: (typeof allowed)[number]) =>
        action === 'dynamodb:Query'
          ? resources.every((resource) => JSON.stringify(resource).includes('/index/'))
          : ['dynamodb:GetItem', 'dynamodb:BatchGetItem'].includes(action);
      const onTable = allowed.filter(({ action }) => action.startsWith('dynamodb:'));
      expect(onTable.filter((permission) => !isRead(permission))).toEqual([]);
    }
  });

  it('hold no wildcard and no policy that AWS may change', () => {
    const statements = policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement as Statement[]);
    expect(statements.length).toBeGreaterThan(0);
    for (const { Action, Resource } of statements) {
      expect(JSON.stringify(Action)).not.toContain('*');
      expect(JSON.stringify(Resource)).not.toContain('*');
    }
    for (const { Properties } of Object.values(api.findResources('AWS::IAM::Role'))) {
      expect(Properties).not.toHaveProperty('ManagedPolicyArns');
      expect(Properties).not.toHaveProperty('Policies');
    }
  });
});
