import * as z from 'zod';
import { SubscriptionTemplates } from '../shared/message/template-values.ts';
import { SiteConfig } from '../shared/site/site-config.ts';

const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);

/** Values given on the command line are text; in `cdk.json` the same object may stand as it is. */
const json = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((given, context) => {
    if (typeof given !== 'string') return given;
    try {
      return JSON.parse(given);
    } catch {
      context.addIssue('is not JSON');
      return z.NEVER;
    }
  }, schema);

/** What only the server knows cannot be set. */
const siteConfig = json(SiteConfig.omit({ uploadOrigin: true, localSignIn: true }));

const wechatTemplates = json(SubscriptionTemplates);

/** Lambda refuses more than 4 kB of environment in all; the other variables are short. */
const SITE_CONFIG_BYTES = 3_500;

const Given = z.object({
  region: z
    .string({ error: 'is missing: say where to, for example -c region=ap-east-1' })
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'is not the code of a region, such as ap-east-1 or cn-northwest-1'),
  stage: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,15}$/, 'is at most 16 lower-case letters, digits and hyphens')
    .default('production'),
  arm64: flag.default(false),
  cdn: flag.optional(),
  domain: z
    .string()
    .regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, 'is not a domain name')
    .optional(),
  certificate: z.string().optional(),
  alarmEmail: z.email('is not an e-mail address').optional(),
  restoredTable: z
    .string()
    .regex(/^[\w.-]{3,255}$/, 'is not the name of a table')
    .optional(),
  restoredStream: z
    .string()
    .regex(
      /^arn:aws(-cn)?:dynamodb:[^:]+:\d+:table\/[^/]+\/stream\/.+$/,
      "is not the ARN of a table's stream",
    )
    .optional(),
  wechatAppId: z
    .string()
    .regex(/^wx[0-9a-f]{16}$/, 'is not the AppID of a mini-program (wx and 16 digits or letters a to f)')
    .optional(),
  wechatTemplates: wechatTemplates.default({}),
  wechatVersion: z.enum(['release', 'trial', 'develop']).default('release'),
  siteConfig: siteConfig
    .refine((config) => Buffer.byteLength(JSON.stringify(config)) <= SITE_CONFIG_BYTES, {
      error: `is longer than ${SITE_CONFIG_BYTES} bytes`,
    })
    .optional(),
});

/** What an installation can choose, checked as a whole; `docs/deploy.md` explains every name. */
export const Settings = Given.transform((given) => ({
  ...given,
  china: given.region.startsWith('cn-'),
  cdn: given.cdn ?? !given.region.startsWith('cn-'),
})).superRefine((settings, context) => {
  const fault = certificateFault(settings);
  if (fault) context.addIssue({ code: 'custom', path: ['certificate'], message: fault });
});
export type Settings = z.output<typeof Settings>;

type CertificateChoice = Pick<z.output<typeof Given>, 'region' | 'domain' | 'certificate'> & {
  china: boolean;
  cdn: boolean;
};

/** CloudFront and API Gateway each read certificates from another place; a wrong one fails late in a deployment. */
function certificateFault({
  region,
  domain,
  certificate,
  china,
  cdn,
}: CertificateChoice): string | undefined {
  if (china && cdn && !domain)
    return 'and domain are needed for CloudFront in China: its own address serves nobody';
  if (!domain && !certificate) return undefined;
  if (!domain || !certificate) return 'and domain belong together: give both or neither';
  if (china && cdn) {
    return /^ASC[A-Z0-9]+$/.test(certificate)
      ? undefined
      : 'must be the id of an IAM server certificate (ASC…): CloudFront in China reads no other';
  }
  const certificateRegion = cdn ? 'us-east-1' : region;
  return certificate.startsWith(`arn:${china ? 'aws-cn' : 'aws'}:acm:${certificateRegion}:`)
    ? undefined
    : `must be the ARN of an ACM certificate in ${certificateRegion}`;
}

/**
 * Reads the settings from the context of the CDK (`-c name=value` or `cdk.json`).
 * Throws one Error that names every setting that cannot be used, and why.
 */
export function settingsFrom(node: { tryGetContext(name: string): unknown }): Settings {
  const given = Object.fromEntries(Object.keys(Given.shape).map((name) => [name, node.tryGetContext(name)]));
  const parsed = Settings.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`);
  throw new Error(`These settings cannot be used (see docs/deploy.md):\n${faults.join('\n')}`);
}
