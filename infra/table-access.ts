import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Context, Route, RouteTable } from '../shared/api/route.ts';
import { table as keys } from '../shared/table.ts';
import { contextResources } from './context-resources.ts';

/** The table that is served: the stack's own, or one restored from a backup. */
export type TableAddress = { tableName: string; tableArn: string };

type Access = Route['access'];

/**
 * What the routes of one kind of access do to the table itself; a new kind does not compile until it says so.
 * No Query among them: it would list whatever stands beside a place in its partition, who changed it and why.
 */
const ACTIONS: Record<Access, readonly string[]> = {
  public: ['dynamodb:BatchGetItem', 'dynamodb:GetItem'],
};

/**
 * The statements with which a context reaches the table: the actions that the access of its routes allows, on
 * the table, and Query on exactly the indexes it names. None for a context that names no indexes.
 */
export function tableAccess(context: Context, routes: RouteTable, table: TableAddress): PolicyStatement[] {
  const { indexes } = contextResources[context];
  if (!indexes) return [];
  const own = Object.values(routes).filter((route) => route.context === context);
  const actions = [...new Set(own.flatMap((route) => ACTIONS[route.access]))].sort();
  const indexArns = indexes.map((index) => `${table.tableArn}/index/${keys.indexes[index].name}`);
  return [
    new PolicyStatement({ actions, resources: [table.tableArn] }),
    new PolicyStatement({ actions: ['dynamodb:Query'], resources: indexArns }),
  ];
}
