import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { ObjectError } from './object-error.ts';

export type Credentials = { accessKeyId: string; secretAccessKey: string };

export type SignedRequest = {
  method: string;
  /** As it was sent, still escaped. */
  path: string;
  query: URLSearchParams;
  headers: Record<string, string | string[] | undefined>;
};

const ALGORITHM = 'AWS4-HMAC-SHA256';
const MOST_SKEW_MS = 15 * 60 * 1000;
/** A week, as S3 has it. */
const MOST_EXPIRY_SECONDS = 604_800;

/**
 * Checks a signature of version 4, in the headers or in the query (a presigned address). Answers what was signed of
 * the body: its SHA-256 in hex, or a word that says that it was not.
 * @throws ObjectError where there is none, it is forged, too old, or leaves out what has to be signed.
 */
export function checkSignature(request: SignedRequest, credentials: Credentials, now: Date): string {
  const isPresigned = request.query.has('X-Amz-Signature');
  const given = isPresigned ? fromQuery(request.query) : fromHeaders(request.headers);
  const signedAt = momentOf(given.date);
  if (isPresigned) checkExpiry(request.query, signedAt, now);
  else if (Math.abs(signedAt - now.getTime()) > MOST_SKEW_MS) throw new ObjectError('RequestTimeTooSkewed');
  const left = Object.keys(request.headers).filter(
    (name) => (name === 'host' || name.startsWith('x-amz-')) && !given.signedHeaders.includes(name),
  );
  if (left.length > 0) throw new ObjectError('AccessDenied', `Headers not signed: ${left.join(', ')}`);
  const canonical = [
    request.method,
    request.path.split('/').map(reescaped).join('/'),
    canonicalQuery(request.query),
    ...given.signedHeaders.map((name) => `${name}:${headerText(request.headers[name])}`),
    '',
    given.signedHeaders.join(';'),
    given.payload,
  ].join('\n');
  const hash = createHash('sha256').update(canonical).digest('hex');
  const text = [ALGORITHM, given.date, scopeOf(given.credential), hash].join('\n');
  requireSignature(text, given.credential, given.signature, credentials);
  return given.payload;
}

/** @throws ObjectError unless a text was signed with the credentials, on the day and for the service that it says. */
export function requireSignature(
  text: string,
  credential: string,
  signature: string,
  { accessKeyId, secretAccessKey }: Credentials,
): void {
  const [id, ...scope] = credential.split('/');
  if (id !== accessKeyId || scope[2] !== 's3' || scope[3] !== 'aws4_request')
    throw new ObjectError('AccessDenied', 'The access key is not known.');
  const key = scope.reduce<Buffer>(hmac, Buffer.from(`AWS4${secretAccessKey}`));
  const expected = hmac(key, text);
  const found = Buffer.from(signature, 'hex');
  if (found.length !== expected.length || !timingSafeEqual(found, expected))
    throw new ObjectError('SignatureDoesNotMatch');
}

/** A moment as signatures write it, `20261120T100000Z`, in milliseconds. */
export function momentOf(date: string): number {
  const moment = Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (Number.isNaN(moment))
    throw new ObjectError('AccessDenied', 'The date of the signature cannot be read.');
  return moment;
}

type Given = {
  credential: string;
  date: string;
  signedHeaders: string[];
  signature: string;
  payload: string;
};

function fromHeaders(headers: SignedRequest['headers']): Given {
  const [, credential, signedHeaders, signature] =
    /^AWS4-HMAC-SHA256 Credential=(\S+?), ?SignedHeaders=(\S+?), ?Signature=([0-9a-f]{64})$/.exec(
      String(headers.authorization ?? ''),
    ) ?? [];
  const payload = headers['x-amz-content-sha256'];
  if (!credential || !signedHeaders || !signature || typeof payload !== 'string')
    throw new ObjectError('AccessDenied');
  const date = String(headers['x-amz-date'] ?? '');
  return { credential, date, signedHeaders: signedHeaders.split(';'), signature, payload };
}

function fromQuery(query: URLSearchParams): Given {
  const get = (name: string) => query.get(`X-Amz-${name}`) ?? '';
  if (get('Algorithm') !== ALGORITHM) throw new ObjectError('AccessDenied');
  return {
    credential: get('Credential'),
    date: get('Date'),
    signedHeaders: get('SignedHeaders').split(';'),
    signature: get('Signature'),
    payload: 'UNSIGNED-PAYLOAD',
  };
}

function checkExpiry(query: URLSearchParams, signedAt: number, now: Date): void {
  const seconds = Number(query.get('X-Amz-Expires'));
  if (!(seconds > 0 && seconds <= MOST_EXPIRY_SECONDS)) throw new ObjectError('AccessDenied');
  if (signedAt - now.getTime() > MOST_SKEW_MS) throw new ObjectError('RequestTimeTooSkewed');
  if (now.getTime() > signedAt + seconds * 1000) throw new ObjectError('AccessDenied', 'Request has expired');
}

const scopeOf = (credential: string): string => credential.split('/').slice(1).join('/');

const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

const escaped = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const reescaped = (segment: string): string => escaped(decodeURIComponent(segment));

const canonicalQuery = (query: URLSearchParams): string =>
  [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [escaped(name), escaped(value)] as const)
    .sort(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

const headerText = (value: string | string[] | undefined): string =>
  [value ?? '']
    .flat()
    .map((text) => text.trim().replace(/ +/g, ' '))
    .join(',');
