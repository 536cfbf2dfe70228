import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { table as keys } from '../shared/table.ts';

const text = (name: string) => ({ name, type: AttributeType.STRING });

/**
 * The one table, made from `shared/table.ts`. It outlives its stack: deletion is refused and a removed stack
 * leaves it behind. The key is AWS's own for DynamoDB: it leaves a trail in CloudTrail and needs no grants;
 * a key of one's own would add a monthly fee and a way to lose all data by deleting the key.
 */
export function addDataTable(scope: Construct): Table {
  const table = new Table(scope, 'Table', {
    partitionKey: text(keys.partitionKey),
    sortKey: text(keys.sortKey),
    timeToLiveAttribute: keys.timeToLive,
    stream: StreamViewType[keys.stream],
    billingMode: BillingMode.PAY_PER_REQUEST,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    encryption: TableEncryption.AWS_MANAGED,
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  for (const index of Object.values(keys.indexes)) {
    table.addGlobalSecondaryIndex({
      indexName: index.name,
      partitionKey: text(index.partitionKey),
      sortKey: text(index.sortKey),
      ...(index.projection === 'ALL'
        ? { projectionType: ProjectionType.ALL }
        : { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...index.projection] }),
    });
  }
  return table;
}
