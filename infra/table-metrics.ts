import type { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { table as keys } from '../shared/table.ts';

const indexNames = Object.values(keys.indexes).map(({ name }) => name);

/** One metric of the table, or of one of its indexes: DynamoDB counts them apart. */
export function tableMetric(
  metricName: string,
  tableName: string,
  period: Duration,
  indexName?: string,
): Metric {
  return new Metric({
    namespace: 'AWS/DynamoDB',
    metricName,
    dimensionsMap: { TableName: tableName, ...(indexName ? { GlobalSecondaryIndexName: indexName } : {}) },
    statistic: 'Sum',
    period,
  });
}

/** How many reads and writes were refused, over the table and all of its indexes. */
export function tableThrottles(tableName: string, period: Duration): MathExpression {
  const metrics = [undefined, ...indexNames].flatMap((indexName) =>
    ['ReadThrottleEvents', 'WriteThrottleEvents'].map((name) =>
      tableMetric(name, tableName, period, indexName),
    ),
  );
  const named = metrics.map((metric, position) => [`m${position}`, metric] as const);
  return new MathExpression({
    label: 'Refused reads and writes',
    expression: `SUM([${named.map(([name]) => `FILL(${name}, 0)`).join(', ')}])`,
    usingMetrics: Object.fromEntries(named),
    period,
  });
}

/** Read units used by the table and by each index. */
export function tableReads(tableName: string, period: Duration): Metric[] {
  return [undefined, ...indexNames].map((indexName) =>
    tableMetric('ConsumedReadCapacityUnits', tableName, period, indexName).with({
      label: indexName ?? 'table',
    }),
  );
}
