import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { LambdaResources } from './context-resources.ts';

/**
 * The secret of the installation. AWS makes its root key when the stack is made; nobody and no template ever shows it.
 * The operator fills in what WeChat's console says. It outlives its stack: without it nothing encrypted can be read.
 */
export function addSecretValues(scope: Construct): Secret {
  const secret = new Secret(scope, 'SecretValues', {
    description: 'Nuanxin map: root key of sessions and encryption; what WeChat gave (see docs/deploy.md)',
    generateSecretString: {
      secretStringTemplate: JSON.stringify({ wechat: { appSecret: '', pushToken: '', pushAesKey: '' } }),
      generateStringKey: 'rootKey',
      passwordLength: 64,
      excludePunctuation: true,
    },
    removalPolicy: RemovalPolicy.RETAIN,
  });
  Validations.of(secret).acknowledge({
    id: 'AwsSolutions-SMG4',
    reason:
      'Changed by hand, as docs/deploy.md says: a root key that changes by itself would make every encrypted phone number unreadable, and WeChat gives its secret to a person.',
  });
  return secret;
}

/** The statement with which a function reads the secret values. */
export const secretAccess = ({ readsSecrets }: LambdaResources, secret: Secret): PolicyStatement[] =>
  readsSecrets
    ? [new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [secret.secretArn] })]
    : [];
