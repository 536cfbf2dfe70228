import type { AwsCredentialIdentity } from '@aws-sdk/types';
import { env } from './env.ts';

/**
 * Stands in for `@aws-sdk/credential-provider-node` in every bundle (an alias of the build): Lambda hands a
 * function its credentials in the environment, so the readers of profile files, instance metadata and single
 * sign-on are weight that is never used.
 *
 * Returns a provider that answers the credentials of the environment and throws when a key is missing.
 */
export const defaultProvider = (): (() => Promise<AwsCredentialIdentity>) => async () => {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = env;
  if (AWS_ACCESS_KEY_ID === undefined || AWS_SECRET_ACCESS_KEY === undefined) {
    throw new Error('AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set');
  }
  return {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    ...(AWS_SESSION_TOKEN && { sessionToken: AWS_SESSION_TOKEN }),
  };
};
