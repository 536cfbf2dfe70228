import type { IncomingMessage } from 'node:http';

/** What API Gateway's HTTP APIs take at most: a body of 10 MB, request line and headers of 10,240 bytes. */
export const MAX_BODY_BYTES = 10 * 1024 * 1024;
export const MAX_HEADER_BYTES = 10_240;

/**
 * How much more of a body is taken, and for how long, once it has been refused: a caller that sends everything
 * before it listens still hears the answer, which a connection reset would overtake. Nothing of it is kept.
 */
const LINGER_BYTES = MAX_BODY_BYTES;
const LINGER_MS = 1000;

/**
 * Reads a request's body whole and hands it on once, or says that it is too large. The connection of one that
 * goes on and on is then closed, at most a second after the refusal.
 */
export function readBody(
  request: IncomingMessage,
  take: (body: Buffer | undefined) => void,
  refuse: () => void,
): void {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  if (length === undefined && encoding === undefined) {
    take(undefined);
    return;
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  let isRefused = false;
  const refuseOnce = () => {
    if (isRefused) return;
    isRefused = true;
    chunks.length = 0;
    refuse();
    setTimeout(() => {
      if (!request.readableEnded) request.socket.destroy();
    }, LINGER_MS).unref();
  };
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) refuseOnce();
    else if (!isRefused) chunks.push(chunk);
    if (bytes > MAX_BODY_BYTES + LINGER_BYTES) request.pause();
  });
  request.on('end', () => {
    if (!isRefused) take(Buffer.concat(chunks));
  });
  if (Number(length) > MAX_BODY_BYTES) refuseOnce();
}
