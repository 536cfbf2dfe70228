import { Duration, Validations } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as FunctionTarget } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  EventSourceMapping,
  FilterCriteria,
  FilterRule,
  type Function as LambdaFunction,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { table as keys } from '../shared/table.ts';
import { acknowledgeWildcard } from './acknowledge-wildcard.ts';
import type { Job } from './bundle/jobs.ts';

export type JobsProps = {
  functions: Record<Job, LambdaFunction>;
  table: { tableArn: string };
  /** The ARN of the table's stream; none for a restored table whose stream was not named. */
  streamArn: string | undefined;
};

/**
 * Sets the jobs going: the notifier hears what is written into the outbox, the clock rings every five minutes. Answers
 * the queue of what neither could take.
 */
export function addJobs(scope: Construct, { functions, table, streamArn }: JobsProps): Queue {
  const failed = new Queue(scope, 'Failed', { enforceSSL: true, retentionPeriod: Duration.days(14) });
  Validations.of(failed).acknowledge({
    id: 'AwsSolutions-SQS3',
    reason: 'This is the queue of what could not be taken elsewhere; an alarm tells when anything is in it.',
  });
  if (streamArn) listenToStream(scope, functions.notifier, { table, streamArn, failed });
  new Rule(scope, 'Clock', {
    description: 'Nuanxin map: reminders, expiries and messages that are due',
    schedule: Schedule.rate(Duration.minutes(5)),
    targets: [
      new FunctionTarget(functions.clock, {
        deadLetterQueue: failed,
        // The next ring makes up for a missed one.
        maxEventAge: Duration.minutes(5),
        retryAttempts: 1,
      }),
    ],
  });
  return failed;
}

function listenToStream(
  scope: Construct,
  notifier: LambdaFunction,
  { table, streamArn, failed }: { table: { tableArn: string }; streamArn: string; failed: Queue },
): void {
  const { partitionKey } = keys.indexes.subdistrict;
  new EventSourceMapping(scope, 'Outbox', {
    target: notifier,
    eventSourceArn: streamArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 10,
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    retryAttempts: 5,
    maxRecordAge: Duration.hours(6),
    onFailure: new SqsDlq(failed),
    filters: [
      FilterCriteria.filter({
        eventName: FilterRule.or('INSERT', 'MODIFY'),
        dynamodb: { NewImage: { [partitionKey]: { S: FilterRule.isEqual(keys.pendingOutbox) } } },
      }),
    ],
  });
  notifier.addToRolePolicy(
    new PolicyStatement({
      actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
      resources: [streamArn],
    }),
  );
  const streams = `${table.tableArn}/stream/*`;
  notifier.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:ListStreams'], resources: [streams] }));
  if (notifier.role) {
    const reason =
      'Lambda asks for ListStreams on all streams of the table, of which there is one at a time.';
    acknowledgeWildcard(notifier.role, streams, reason);
  }
}
