import { describe, expect, it } from 'vitest';
import { contextResources, type LambdaName } from '../../infra/context-resources.ts';
import { routes } from '../../shared/api/routes.ts';
import { table as keys } from '../../shared/table.ts';
import { REGIONS, templatesOf } from '../support/synthesised.ts';

type Statement = { Action: string | string[]; Resource: unknown; Effect: string };

const names = Object.keys(contextResources) as LambdaName[];

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

  const permissionsOf = (name: string) =>
    statementsOf(name).flatMap(({ Action, Resource }) =>
      listed(Action).flatMap((action) => listed(Resource).map((on) => ({ action, on: written(on) }))),
    );

  function variablesOf(name: string): string[] {
    const found = Object.entries(api.findResources('AWS::Lambda::Function')).find(([id]) =>
      id.startsWith(`${name}Function`),
    );
    return Object.keys(found?.[1].Properties.Environment.Variables).sort();
  }

  const logging = (context: string) => ({
    Effect: 'Allow',
    Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    Resource: { 'Fn::GetAtt': [expect.stringMatching(new RegExp(`^${context}Logs`)), 'Arn'] },
  });

  it('let the public reads get items by key and query the indexes they name, never the table itself', () => {
    const tableArn = { 'Fn::GetAtt': [expect.stringMatching(/^Table/), 'Arn'] };
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
    expect(variablesOf('site')).toEqual(['UPLOAD_ORIGIN', 'VERSION']);
    expect(variablesOf('map')).toEqual(['TABLE_NAME', 'VERSION']);
  });

  it.each(names)(
    'let %s do to the table, to pictures and with the secret what it says, and nothing else',
    (name) => {
      const { table, indexes = [], pictures = [], readsNetworks, readsSecrets } = contextResources[name];
      const allowed = permissionsOf(name).filter(
        ({ action }) => !/^(logs|sqs):|Stream|Shard|Records/.test(action),
      );
      const own = [
        ...(table ?? []).map((action) => ({ action: `dynamodb:${action}`, on: 'Table' })),
        ...indexes.map((index) => ({
          action: 'dynamodb:Query',
          on: `Table/index/${keys.indexes[index].name}`,
        })),
        ...['uploads/*', 'photos/*'].flatMap((folder) =>
          pictures.map((action) => ({ action: `s3:${action}`, on: `Pictures/${folder}` })),
        ),
        ...(readsNetworks ? [{ action: 's3:GetObject', on: 'Pictures/networks/*' }] : []),
        ...(pictures.includes('GetObject') || readsNetworks
          ? [{ action: 's3:ListBucket', on: 'Pictures' }]
          : []),
        ...(readsSecrets ? [{ action: 'secretsmanager:GetSecretValue', on: 'SecretValues' }] : []),
      ];
      const text = ({ action, on }: { action: string; on: string }) => `${action} ${on}`;
      expect(allowed.map(text).sort()).toEqual(own.map(text).sort());
      expect(variablesOf(name).includes('TABLE_NAME')).toBe(table !== undefined);
      expect(variablesOf(name).includes('SECRET_ID')).toBe(readsSecrets === true);
      expect(variablesOf(name).includes('BUCKET_NAME')).toBe(pictures.length > 0 || readsNetworks === true);
    },
  );

  it('let one function read and write pictures, and let only the notifier read the stream', () => {
    const reach = names.filter((name) => contextResources[name].pictures);
    expect(reach).toEqual(['sessions', 'wechat', 'photos']);
    // Pictures go with the account of whose they are.
    for (const name of ['sessions', 'wechat']) {
      const ofPictures = permissionsOf(name).filter(({ action }) => action.startsWith('s3:'));
      expect(new Set(ofPictures.map(({ action }) => action))).toEqual(new Set(['s3:DeleteObject']));
    }
    const readers = names.filter((name) =>
      permissionsOf(name).some(({ action }) => action === 'dynamodb:GetRecords'),
    );
    expect(readers).toEqual(['notifier']);
  });

  it('give no context with public routes alone an action that writes, or lists what no index shows', () => {
    for (const name of new Set(Object.values(routes).map(({ context }) => context))) {
      const own = Object.values(routes).filter(({ context }) => context === name);
      if (own.some(({ access }) => access !== 'public')) continue;
      const onTable = permissionsOf(name).filter(({ action }) => action.startsWith('dynamodb:'));
      const writing = onTable.filter(({ action, on }) =>
        action === 'dynamodb:Query' ? !on.includes('/index/') : !/:(Batch)?GetItem$/.test(action),
      );
      expect(writing).toEqual([]);
    }
  });

  it('hold no wildcard but the pictures of two folders, street networks and the streams of the table, and no policy that AWS may change', () => {
    const wild = names.flatMap(permissionsOf).filter(({ action, on }) => `${action}${on}`.includes('*'));
    expect([...new Set(wild.map(({ on }) => on))].sort()).toEqual([
      'Pictures/networks/*',
      'Pictures/photos/*',
      'Pictures/uploads/*',
      'Table/stream/*',
    ]);
    for (const { Properties } of Object.values(api.findResources('AWS::IAM::Role'))) {
      expect(Properties).not.toHaveProperty('ManagedPolicyArns');
      expect(Properties).not.toHaveProperty('Policies');
    }
  });
});

/** A resource as its logical id without the hash, and what follows it: `Table/index/GSI1`. */
function written(resource: unknown): string {
  if (typeof resource === 'string') return resource;
  const [[name, given] = ['', '']] = Object.entries(resource as Record<string, unknown>);
  if (name === 'Fn::Join') return (given as [string, unknown[]])[1].map(written).join('');
  return String([given].flat()[0]).replace(/[0-9A-F]{8}$/, '');
}
