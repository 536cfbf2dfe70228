import { Duration } from 'aws-cdk-lib';
import { type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { acknowledgeWildcard } from './acknowledge-wildcard.ts';
import { bundleCode } from './bundle-code.ts';
import { contextResources, type LambdaName } from './context-resources.ts';

export type ContextFunctionProps = {
  name: LambdaName;
  /** The folder that holds one folder per function. */
  bundleRoot: string;
  arm64: boolean;
  environment: Record<string, string>;
  access: PolicyStatement[];
};

/**
 * One Lambda function for a context or a job, with its own log group and a role that may write there and do what
 * `access` says, nothing else. No tracing: X-Ray does not exist in `aws-cn`, and both partitions run alike.
 */
export function addContextFunction(scope: Construct, props: ContextFunctionProps): LambdaFunction {
  const { name, bundleRoot, arm64, environment, access } = props;
  const { memoryMegabytes, timeoutSeconds } = contextResources[name];
  const home = new Construct(scope, name);
  const logGroup = new LogGroup(home, 'Logs', { retention: RetentionDays.SIX_MONTHS });
  const role = new Role(home, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  logGroup.grantWrite(role);
  for (const statement of access) role.addToPolicy(statement);
  const wildcards = access.flatMap(({ resources }) => resources).filter((resource) => resource.endsWith('*'));
  for (const resource of wildcards) {
    acknowledgeWildcard(
      role,
      resource,
      'The objects of one folder of the bucket: their names are random ids, or codes of subdistricts.',
    );
  }
  return new LambdaFunction(home, 'Function', {
    description: `Nuanxin map: ${name}`,
    runtime: Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: bundleCode(bundleRoot, name),
    architecture: arm64 ? Architecture.ARM_64 : Architecture.X86_64,
    memorySize: memoryMegabytes,
    timeout: Duration.seconds(timeoutSeconds),
    environment,
    role,
    logGroup,
  });
}
