import { Duration } from 'aws-cdk-lib';
import type { HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { type Construct, Construct as Group } from 'constructs';
import type { LambdaName } from './context-resources.ts';
import type { LoggedMetrics } from './logged-metrics.ts';
import { tableThrottles } from './table-metrics.ts';

export type AlarmsProps = {
  stage: HttpStage;
  functions: Record<LambdaName, LambdaFunction>;
  tableName: string;
  /** What a job could not take. */
  failed: Queue;
  logged: LoggedMetrics;
  /** Who is told; without an address the alarms only change colour in the console. */
  email: string | undefined;
};

type Threshold = {
  metric: IMetric;
  atLeast: number;
  /** Five-minute periods in a row that must breach. */
  periods: number;
  description: string;
};

const fiveMinutes = Duration.minutes(5);

/** Alarms for what riders would notice: errors, refusals for lack of capacity, slow answers. */
export function addAlarms(scope: Construct, props: AlarmsProps): Alarm[] {
  const { stage, functions, tableName, failed, logged, email } = props;
  const group = new Group(scope, 'Alarms');
  const alarms = [
    addAlarm(group, 'ServerErrors', {
      metric: stage.metricServerError({ statistic: 'Sum', period: fiveMinutes }),
      atLeast: 5,
      periods: 1,
      description: 'The API answered five or more requests with a 5xx in five minutes.',
    }),
    addAlarm(group, 'SlowAnswers', {
      metric: stage.metricLatency({ statistic: 'p99', period: fiveMinutes }),
      atLeast: 1500,
      periods: 3,
      description: 'For a quarter of an hour one answer in a hundred took 1.5 seconds or longer.',
    }),
    addAlarm(group, 'TableThrottles', {
      metric: tableThrottles(tableName, fiveMinutes),
      atLeast: 1,
      periods: 1,
      description: 'DynamoDB refused reads or writes of the table or of an index for lack of capacity.',
    }),
    addAlarm(group, 'Failed', {
      metric: failed.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum', period: fiveMinutes }),
      atLeast: 1,
      periods: 1,
      description: 'The notifier or the clock could not take an event: it waits in the queue Failed.',
    }),
    addAlarm(group, 'Wechat', {
      metric: logged.alarms.with({ period: fiveMinutes }),
      atLeast: 1,
      periods: 1,
      description:
        'WeChat refuses what only an operator can put right: a secret, a quota, an address that is not on its list.',
    }),
    addAlarm(group, 'Parked', {
      metric: logged.parked.with({ period: fiveMinutes }),
      atLeast: 1,
      periods: 1,
      description:
        'A message was given up after its last try. The staff page lists it; the inbox has it all the same.',
    }),
    ...Object.entries(functions).flatMap(([context, handler]) => [
      addAlarm(group, `${context}Errors`, {
        metric: handler.metricErrors({ statistic: 'Sum', period: fiveMinutes }),
        atLeast: 3,
        periods: 1,
        description: `The function ${context} crashed or ran out of time three times in five minutes.`,
      }),
      addAlarm(group, `${context}Throttles`, {
        metric: handler.metricThrottles({ statistic: 'Sum', period: fiveMinutes }),
        atLeast: 1,
        periods: 1,
        description: `Lambda refused to start ${context}: the account's limit of concurrent executions is reached.`,
      }),
    ]),
  ];
  if (email) tell(group, email, alarms);
  return alarms;
}

function addAlarm(scope: Construct, id: string, { metric, atLeast, periods, description }: Threshold): Alarm {
  return new Alarm(scope, id, {
    metric,
    threshold: atLeast,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    evaluationPeriods: periods,
    // A quiet night sends no metrics.
    treatMissingData: TreatMissingData.NOT_BREACHING,
    alarmDescription: description,
  });
}

function tell(scope: Construct, email: string, alarms: Alarm[]): void {
  const topic = new Topic(scope, 'Topic', { enforceSSL: true });
  // A policy of one's own replaces the default one, under which alarms may publish.
  topic.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': topic.env.account } },
    }),
  );
  topic.addSubscription(new EmailSubscription(email));
  const action = new SnsAction(topic);
  for (const alarm of alarms) {
    alarm.addAlarmAction(action);
    alarm.addOkAction(action);
  }
}
