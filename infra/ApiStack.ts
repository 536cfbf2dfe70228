import { type App, Aws, CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import packageJson from '../package.json' with { type: 'json' };
import type { Context } from '../shared/api/route.ts';
import { routes } from '../shared/api/routes.ts';
import { addAlarms } from './alarms.ts';
import { addContextFunction } from './context-function.ts';
import { contextResources } from './context-resources.ts';
import { addDashboard } from './dashboard.ts';
import { addDataTable } from './data-table.ts';
import { addHttpApi } from './http-api.ts';
import { addOwnDomain } from './own-domain.ts';
import type { Settings } from './settings.ts';
import { type TableAddress, tableAccess } from './table-access.ts';

export type ApiStackProps = StackProps & {
  settings: Settings;
  /** Where the build left one folder per context, `dist/functions`. */
  bundleRoot: string;
};

/** Table, functions and HTTP API: a whole map at the API's own address, or at a domain given to it. */
export class ApiStack extends Stack {
  /** Host name of the API, without protocol: the origin for whatever stands in front. */
  readonly apiHost: string;

  constructor(app: App, id: string, { settings, bundleRoot, ...props }: ApiStackProps) {
    super(app, id, props);
    const ownTable = addDataTable(this);
    const table: TableAddress = settings.restoredTable
      ? Table.fromTableName(this, 'RestoredTable', settings.restoredTable)
      : ownTable;
    const { tableName } = table;
    const functions = addFunctions(this, settings, bundleRoot, table);
    const ownDomain = settings.cdn ? undefined : settings.domain;
    const { api, stage } = addHttpApi(this, {
      name: id,
      routes,
      functions,
      ownDomainOnly: Boolean(ownDomain),
    });
    this.apiHost = `${api.apiId}.execute-api.${this.region}.${Aws.URL_SUFFIX}`;
    const alarms = addAlarms(this, { stage, functions, tableName, email: settings.alarmEmail });
    const dashboard = addDashboard(this, { stage, functions, tableName, alarms });

    if (ownDomain && settings.certificate) {
      addOwnDomain(this, { api, stage, domain: ownDomain, certificate: settings.certificate });
    } else {
      new CfnOutput(this, 'Address', { value: `https://${this.apiHost}/` });
    }
    new CfnOutput(this, 'TableName', { value: tableName });
    new CfnOutput(this, 'DashboardName', { value: dashboard.dashboardName });
  }
}

function addFunctions(
  stack: Stack,
  { siteConfig, arm64 }: Settings,
  bundleRoot: string,
  table: TableAddress,
): Record<Context, LambdaFunction> {
  const functions = (Object.keys(contextResources) as Context[]).map((context) => {
    const environment = {
      VERSION: packageJson.version,
      ...(contextResources[context].indexes ? { TABLE_NAME: table.tableName } : {}),
      ...(context === 'site' && siteConfig ? { SITE_CONFIG: JSON.stringify(siteConfig) } : {}),
    };
    const access = tableAccess(context, table);
    return [context, addContextFunction(stack, { context, bundleRoot, arm64, environment, access })] as const;
  });
  return Object.fromEntries(functions) as Record<Context, LambdaFunction>;
}
