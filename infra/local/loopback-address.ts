import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';

export type EngineAddress = { host: string; port: number };

/** The one loopback address that every system has. */
export const LOCALHOST = '127.0.0.1';

/**
 * One of some 16 million loopback addresses. An engine asks nobody who they are, and any web page may send
 * requests to this machine: on 127.0.0.1 a page finds a port by trying them all, here it never does.
 */
export function randomLoopback(): string {
  const [a, b, c] = randomBytes(3) as unknown as [number, number, number];
  // No part that a network or a broadcast might have, and nothing near the addresses that are tried first.
  return `127.${1 + (a % 254)}.${b}.${1 + (c % 254)}`;
}

/** True for a host that nothing but this machine reaches. */
export const isLoopback = (host: string): boolean => /^(127(\.\d{1,3}){3}|localhost|::1)$/.test(host);

/** A port that is free on a host; on 127.0.0.1 where the system lacks that host, as macOS does. */
export async function findFreeAddress(host: string): Promise<EngineAddress> {
  try {
    return { host, port: await findFreePort(host) };
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'EADDRNOTAVAIL';
    if (!isMissing || host === LOCALHOST) throw error;
    return { host: LOCALHOST, port: await findFreePort(LOCALHOST) };
  }
}

async function findFreePort(host: string): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, host, resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}
