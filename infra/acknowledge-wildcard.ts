import { Stack, Validations } from 'aws-cdk-lib';
import type { IRole } from 'aws-cdk-lib/aws-iam';

/** What CloudFormation fills in later, as the AwsSolutions rules write it: `<Table.Arn>`. */
function written(value: unknown): string {
  if (typeof value === 'string') return value;
  const [[name, given] = ['', '']] = Object.entries(value as Record<string, unknown>);
  if (name === 'Fn::Join') return (given as [string, unknown[]])[1].map(written).join('');
  return `<${[given].flat().join('.')}>`;
}

/** Says why a role's permission ends in a `*`: for this resource only, any other is still refused. */
export function acknowledgeWildcard(role: IRole, resource: string, reason: string): void {
  const id = `AwsSolutions-IAM5[Resource::${written(Stack.of(role).resolve(resource))}]`;
  Validations.of(role).acknowledge({ id, reason });
}
