import { Duration } from 'aws-cdk-lib';
import type { HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { LambdaName } from './context-resources.ts';
import { tableReads, tableThrottles } from './table-metrics.ts';

export type DashboardProps = {
  stage: HttpStage;
  functions: Record<LambdaName, LambdaFunction>;
  tableName: string;
  alarms: Alarm[];
};

const period = Duration.minutes(5);
const sum = { statistic: 'Sum', period } as const;

/** One page for whoever keeps the map running: alarms above, then requests, speed, functions and table. */
export function addDashboard(
  scope: Construct,
  { stage, functions, tableName, alarms }: DashboardProps,
): Dashboard {
  const dashboard = new Dashboard(scope, 'Dashboard', { defaultInterval: Duration.days(1) });
  const handlers = Object.entries(functions);
  const graph = (title: string, left: IMetric[]) => new GraphWidget({ title, left, width: 12, height: 6 });
  dashboard.addWidgets(new AlarmStatusWidget({ title: 'Alarms', alarms, width: 24, height: 3 }));
  dashboard.addWidgets(
    graph('Requests and errors', [
      stage.metricCount(sum),
      stage.metricClientError(sum),
      stage.metricServerError(sum),
    ]),
    graph('Answer time, ms', [
      stage.metricLatency({ statistic: 'p50', period }),
      stage.metricLatency({ statistic: 'p99', period }),
    ]),
  );
  dashboard.addWidgets(
    graph(
      'Function duration p99, ms',
      handlers.map(([context, handler]) =>
        handler.metricDuration({ statistic: 'p99', period, label: context }),
      ),
    ),
    graph(
      'Function errors and refusals',
      handlers.flatMap(([context, handler]) => [
        handler.metricErrors({ ...sum, label: `${context} errors` }),
        handler.metricThrottles({ ...sum, label: `${context} refused` }),
      ]),
    ),
  );
  dashboard.addWidgets(
    graph('Read units of the table', tableReads(tableName, period)),
    graph('Refused by the table', [tableThrottles(tableName, period)]),
  );
  return dashboard;
}
