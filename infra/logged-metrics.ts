import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, type IFilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { type Construct, Construct as Group } from 'constructs';
import { contextResources, type LambdaName } from './context-resources.ts';

/** What is counted in the logs. */
export type LoggedMetrics = {
  /** Lines with `alarm: true`: what only an operator can put right. */
  alarms: Metric;
  /** Messages that were given up. */
  parked: Metric;
};

const NAMESPACE = 'NuanxinMap';

/** As text: in front of the JSON of a line Lambda writes time and request. */
const PARKED = FilterPattern.literal('"\\"source\\":\\"outbox\\""');
const ALARM = FilterPattern.literal('"\\"alarm\\":true" -"\\"source\\":\\"outbox\\""');

/** Counts what the functions that know WeChat log for an operator. */
export function addLoggedMetrics(
  scope: Construct,
  functions: Record<LambdaName, LambdaFunction>,
): LoggedMetrics {
  const group = new Group(scope, 'Logged');
  const speakers = Object.entries(functions).filter(
    ([name]) => contextResources[name as LambdaName].readsSecrets,
  );
  // Counted per stage of an installation: the stack's name tells them apart within the account.
  const metricNamespace = `${NAMESPACE}/${group.node.scope?.node.id}`;
  const count = (metricName: string, filterPattern: IFilterPattern): Metric => {
    const [first] = speakers.map(
      ([name, { logGroup }]) =>
        new MetricFilter(group, `${name}${metricName}`, {
          logGroup,
          filterPattern,
          metricNamespace,
          metricName,
        }),
    );
    if (!first) throw new Error('No function speaks to WeChat.');
    return first.metric({ statistic: 'Sum' });
  };
  return { alarms: count('Alarms', ALARM), parked: count('Parked', PARKED) };
}
