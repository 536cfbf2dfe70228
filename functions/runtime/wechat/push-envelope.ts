import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';
import { DomainError } from '../../../shared/api/problem.ts';

/** A push is refused when its time stamp is further from now than this. */
const MOST_SECONDS = 300;
const BLOCK = 32;
/** Random bytes, then the length of the message in four bytes. */
const HEAD = 16;

/** The signature over parts in WeChat's order: SHA-1 of them sorted and joined. */
export const signatureOf = (...parts: string[]): string =>
  createHash('sha1').update(parts.sort().join('')).digest('hex');

/** @throws DomainError `forbidden` unless the signature is right; told apart in constant time. */
export const checkSignature = (given: string, ...parts: string[]): void => {
  const [a, b] = [Buffer.from(given), Buffer.from(signatureOf(...parts))];
  if (a.length !== b.length || !timingSafeEqual(a, b)) throw new DomainError('forbidden', 'wrong signature');
};

/** @throws DomainError `forbidden` for a time stamp, in seconds, that is more than five minutes away. */
export const checkFresh = (timestamp: string, now: Date): void => {
  const seconds = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) : Number.NaN;
  if (!(Math.abs(now.getTime() / 1000 - seconds) <= MOST_SECONDS)) {
    throw new DomainError('forbidden', 'the time stamp is not of these minutes');
  }
};

/**
 * The message of an encrypted push: AES-256-CBC, PKCS#7 with blocks of 32 bytes, 16 random bytes, length, message,
 * app id.
 * @throws DomainError `forbidden` where it was not encrypted for us.
 */
export const openEnvelope = (
  encrypted: string,
  { aesKey, appId }: { aesKey: string; appId: string },
): string => {
  const content = unpad(decrypt(encrypted, Buffer.from(`${aesKey}=`, 'base64')));
  const end = HEAD + 4 + (content.length >= HEAD + 4 ? content.readUInt32BE(HEAD) : Number.NaN);
  if (!(end <= content.length)) throw notForUs();
  if (content.subarray(end).toString('utf8') !== appId) throw notForUs();
  return content.subarray(HEAD + 4, end).toString('utf8');
};

const decrypt = (encrypted: string, key: Buffer): Buffer => {
  const bytes = Buffer.from(encrypted, 'base64');
  if (bytes.length === 0 || bytes.length % BLOCK !== 0) throw notForUs();
  // Node would take off padding of 16 bytes alone.
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([decipher.update(bytes), decipher.final()]);
};

const unpad = (padded: Buffer): Buffer => {
  const count = padded.at(-1) ?? 0;
  const isPadding =
    count >= 1 && count <= BLOCK && padded.subarray(padded.length - count).every((byte) => byte === count);
  if (!isPadding) throw notForUs();
  return padded.subarray(0, padded.length - count);
};

/** One answer for everything that is wrong inside, so that nobody learns what. */
const notForUs = () => new DomainError('forbidden', 'not encrypted for this mini-program');
