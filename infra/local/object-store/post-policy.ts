import { ObjectError } from './object-error.ts';
import { type Credentials, momentOf, requireSignature } from './signature.ts';

/** What a form says before its file, names in lower case. */
export type FormFields = ReadonlyMap<string, string>;

type Policy = {
  expiration: string;
  conditions: (Record<string, string> | [string, string | number, string | number])[];
};

/** Fields that a policy need not mention. */
const FREE = new Set(['policy', 'x-amz-signature', 'file']);

/**
 * Checks the form with which a browser or a phone uploads a file against the policy in it, as S3 does: signed with
 * the credentials, not expired, every field as the policy has it and none beside, the size in its range.
 * @throws ObjectError
 */
export function checkPostPolicy(
  fields: FormFields,
  bytes: number,
  { bucket, credentials, now }: { bucket: string; credentials: Credentials; now: Date },
): void {
  const text = fields.get('policy') ?? '';
  const credential = fields.get('x-amz-credential') ?? '';
  requireSignature(text, credential, fields.get('x-amz-signature') ?? '', credentials);
  momentOf(fields.get('x-amz-date') ?? '');
  const { expiration, conditions } = JSON.parse(Buffer.from(text, 'base64').toString('utf8')) as Policy;
  if (!(Date.parse(expiration) > now.getTime())) throw invalid('Policy expired.');
  const given = new Map([...fields, ['bucket', bucket]]);
  const named = new Set(['bucket']);
  for (const condition of conditions) {
    const [kind, field, value] = Array.isArray(condition)
      ? condition
      : (['eq', ...(Object.entries(condition)[0] ?? ['', ''])] as const);
    if (kind === 'content-length-range') checkSize(bytes, Number(field), Number(value));
    else named.add(checkField(given, kind, String(field).replace(/^\$/, '').toLowerCase(), String(value)));
  }
  const extra = [...fields.keys()].filter(
    (name) => !named.has(name) && !FREE.has(name) && !name.startsWith('x-ignore-'),
  );
  if (extra.length > 0) throw invalid(`Extra input fields: ${extra.join(', ')}`);
}

function checkField(given: FormFields, kind: string, name: string, wanted: string): string {
  const value = given.get(name);
  const isMet = kind === 'eq' ? value === wanted : kind === 'starts-with' && value?.startsWith(wanted);
  if (!isMet) throw invalid(`Policy Condition failed: ["${kind}", "$${name}", "${wanted}"]`);
  return name;
}

function checkSize(bytes: number, least: number, most: number): void {
  if (bytes < least) throw new ObjectError('EntityTooSmall', `at least ${least} bytes`);
  if (bytes > most) throw new ObjectError('EntityTooLarge', `at most ${most} bytes`);
}

const invalid = (why: string) => new ObjectError('AccessDenied', `Invalid according to Policy: ${why}`);
