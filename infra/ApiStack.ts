import { type App, Aws, CfnOutput, Fn, Stack, type StackProps } from 'aws-cdk-lib';
import { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import packageJson from '../package.json' with { type: 'json' };
import { routes } from '../shared/api/routes.ts';
import { addAlarms } from './alarms.ts';
import { addContextFunction } from './context-function.ts';
import { contextResources, type LambdaName } from './context-resources.ts';
import { addDashboard } from './dashboard.ts';
import { addDataTable } from './data-table.ts';
import { addHttpApi } from './http-api.ts';
import { addJobs } from './jobs.ts';
import { addLoggedMetrics } from './logged-metrics.ts';
import { addOwnDomain } from './own-domain.ts';
import { addPictureBucket, pictureAccess } from './picture-bucket.ts';
import { addSecretValues, secretAccess } from './secret-values.ts';
import type { Settings } from './settings.ts';
import { type TableAddress, tableAccess } from './table-access.ts';

export type ApiStackProps = StackProps & {
  settings: Settings;
  /** Where the build left one folder per context, `dist/functions`. */
  bundleRoot: string;
};

/** Table, pictures, secret, functions and HTTP API: a whole map at the API's own address, or at a domain given to it. */
export class ApiStack extends Stack {
  /** Host name of the API, without protocol: the origin for whatever stands in front. */
  readonly apiHost: string;
  /** By what the functions know our own CDN: a part of this stack's id, which only this account can read. */
  readonly cdnMark = Fn.select(2, Fn.split('/', this.stackId));

  constructor(app: App, id: string, { settings, bundleRoot, ...props }: ApiStackProps) {
    super(app, id, props);
    const ownTable = addDataTable(this);
    const table: TableAddress = settings.restoredTable
      ? Table.fromTableName(this, 'RestoredTable', settings.restoredTable)
      : ownTable;
    const { tableName } = table;
    const pictures = addPictureBucket(this, siteOrigin(settings));
    const secret = addSecretValues(this);
    const { cdnMark } = this;
    const functions = addFunctions(this, { settings, bundleRoot, table, pictures, secret, cdnMark });
    const ownDomain = settings.cdn ? undefined : settings.domain;
    const { api, stage } = addHttpApi(this, {
      name: id,
      routes,
      functions,
      ownDomainOnly: Boolean(ownDomain),
    });
    this.apiHost = `${api.apiId}.execute-api.${this.region}.${Aws.URL_SUFFIX}`;
    const streamArn = settings.restoredTable ? settings.restoredStream : ownTable.tableStreamArn;
    const failed = addJobs(this, { functions, table, streamArn });
    const logged = addLoggedMetrics(this, functions);
    const watched = { stage, functions, tableName };
    const alarms = addAlarms(this, { ...watched, failed, logged, email: settings.alarmEmail });
    const dashboard = addDashboard(this, { ...watched, alarms });

    if (ownDomain && settings.certificate) {
      addOwnDomain(this, { api, stage, domain: ownDomain, certificate: settings.certificate });
    } else {
      new CfnOutput(this, 'Address', { value: `https://${this.apiHost}/` });
    }
    new CfnOutput(this, 'TableName', { value: tableName });
    new CfnOutput(this, 'SecretName', { value: secret.secretName });
    new CfnOutput(this, 'PictureBucket', { value: pictures.bucketName });
    new CfnOutput(this, 'DashboardName', { value: dashboard.dashboardName });
  }
}

/**
 * Where pages come from that upload pictures. An address that AWS gives is not known before it is there; what uploads
 * holds a signed form anyway, which no other page gets.
 */
function siteOrigin({ domain, cdn }: Settings): string {
  if (domain) return `https://${domain}`;
  return cdn ? 'https://*.cloudfront.net' : `https://*.execute-api.${Aws.REGION}.${Aws.URL_SUFFIX}`;
}

type FunctionsProps = {
  settings: Settings;
  bundleRoot: string;
  table: TableAddress;
  pictures: Bucket;
  secret: Secret;
  cdnMark: string;
};

function addFunctions(
  stack: Stack,
  { settings, bundleRoot, table, pictures, secret, cdnMark }: FunctionsProps,
): Record<LambdaName, LambdaFunction> {
  const { siteConfig, arm64, cdn, wechatAppId, wechatTemplates, wechatVersion } = settings;
  const uploadOrigin = `https://${pictures.bucketRegionalDomainName}`;
  const functions = Object.entries(contextResources).map(([name, resources]) => {
    const environment = {
      VERSION: packageJson.version,
      ...(resources.table && { TABLE_NAME: table.tableName }),
      ...((resources.pictures || resources.readsNetworks) && { BUCKET_NAME: pictures.bucketName }),
      ...(resources.readsSecrets && {
        SECRET_ID: secret.secretArn,
        ...(cdn && { CDN_MARK: cdnMark }),
        ...(wechatAppId && { WECHAT_APP_ID: wechatAppId }),
        WECHAT_TEMPLATES: JSON.stringify(wechatTemplates),
        ...(wechatVersion !== 'release' && { WECHAT_ENV_VERSION: wechatVersion }),
      }),
      ...(name === 'site' && { UPLOAD_ORIGIN: uploadOrigin }),
      ...(name === 'site' && siteConfig && { SITE_CONFIG: JSON.stringify(siteConfig) }),
    };
    const access = [
      ...tableAccess(resources, table),
      ...pictureAccess(resources, pictures),
      ...secretAccess(resources, secret),
    ];
    const props = { name: name as LambdaName, bundleRoot, arm64, environment, access };
    return [name, addContextFunction(stack, props)] as const;
  });
  return Object.fromEntries(functions) as Record<LambdaName, LambdaFunction>;
}
