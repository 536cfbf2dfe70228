import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Context } from '../shared/api/route.ts';
import { table as keys } from '../shared/table.ts';
import { contextResources } from './context-resources.ts';

/** The table that is served: the stack's own, or one restored from a backup. */
export type TableAddress = { tableName: string; tableArn: string };

/** No Query here: it would list whatever stands beside a place in its partition, who changed it and why. */
const READING = ['dynamodb:BatchGetItem', 'dynamodb:GetItem'];

/** What every context does that keeps people and places. */
const WRITING = [
  'dynamodb:BatchGetItem',
  'dynamodb:ConditionCheckItem',
  'dynamodb:DeleteItem',
  'dynamodb:GetItem',
  'dynamodb:PutItem',
  'dynamodb:Query',
  'dynamodb:UpdateItem',
];

/**
 * The statements with which a context reaches the table: the actions it needs, on
 * the table, and Query on exactly the indexes it names. None for a context that names no indexes.
 */
export function tableAccess(context: Context, table: TableAddress): PolicyStatement[] {
  const { indexes, writes } = contextResources[context];
  if (!indexes) return [];
  const actions = writes ? WRITING : READING;
  const indexArns = indexes.map((index) => `${table.tableArn}/index/${keys.indexes[index].name}`);
  return [
    new PolicyStatement({ actions, resources: [table.tableArn] }),
    new PolicyStatement({ actions: ['dynamodb:Query'], resources: indexArns }),
  ];
}
