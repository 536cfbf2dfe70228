import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { secretValues } from '../runtime/secrets.ts';

/** A hash that only this installation can make, of parts that are told apart. */
export const saltedHash = async (parts: readonly string[]): Promise<string> => {
  const { addressSalt } = await secretValues();
  return createHmac('sha256', Buffer.from(addressSalt, 'base64'))
    .update(JSON.stringify(parts))
    .digest('base64url');
};

/** Whom an address stands for: itself, or the /64 network of an IPv6 address, which is one subscriber's. */
export const networkOf = (address: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !isIPv6(address)) return mapped ?? address;
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array.from({ length: gap }, () => '0'), ...after].slice(0, 4);
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':');
};
