import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { table as keys } from '../shared/table.ts';
import type { LambdaResources } from './context-resources.ts';

/** The table that is served: the stack's own, or one restored from a backup. */
export type TableAddress = { tableName: string; tableArn: string };

/**
 * The statements with which a function reaches the table: the actions it needs, on the table, and Query on exactly
 * the indexes it names. None for one that never touches it.
 */
export function tableAccess(
  { table: actions = [], indexes = [] }: LambdaResources,
  table: TableAddress,
): PolicyStatement[] {
  const indexArns = indexes.map((index) => `${table.tableArn}/index/${keys.indexes[index].name}`);
  return [
    ...(actions.length > 0
      ? [
          new PolicyStatement({
            actions: [...actions].sort().map((action) => `dynamodb:${action}`),
            resources: [table.tableArn],
          }),
        ]
      : []),
    ...(indexArns.length > 0
      ? [new PolicyStatement({ actions: ['dynamodb:Query'], resources: indexArns })]
      : []),
  ];
}
