import { Duration } from 'aws-cdk-lib';
import { type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Context } from '../shared/api/route.ts';
import { bundleCode } from './bundle-code.ts';
import { contextResources } from './context-resources.ts';

export type ContextFunctionProps = {
  context: Context;
  /** The folder that holds one folder per context. */
  bundleRoot: string;
  arm64: boolean;
  environment: Record<string, string>;
  access: PolicyStatement[];
};

/**
 * One Lambda function for a context, with its own log group and a role that may write there and do what
 * `access` says, nothing else. No tracing: X-Ray does not exist in `aws-cn`, and both partitions run alike.
 */
export function addContextFunction(scope: Construct, props: ContextFunctionProps): LambdaFunction {
  const { context, bundleRoot, arm64, environment, access } = props;
  const { memoryMegabytes, timeoutSeconds } = contextResources[context];
  const home = new Construct(scope, context);
  const logGroup = new LogGroup(home, 'Logs', { retention: RetentionDays.SIX_MONTHS });
  const role = new Role(home, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  logGroup.grantWrite(role);
  for (const statement of access) role.addToPolicy(statement);
  return new LambdaFunction(home, 'Function', {
    description: `Nuanxin map: ${context}`,
    runtime: Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: bundleCode(bundleRoot, context),
    architecture: arm64 ? Architecture.ARM_64 : Architecture.X86_64,
    memorySize: memoryMegabytes,
    timeout: Duration.seconds(timeoutSeconds),
    environment,
    role,
    logGroup,
  });
}
