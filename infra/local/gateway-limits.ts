import type { IncomingMessage } from 'node:http';

/** What API Gateway's HTTP APIs take at most: a body of 10 MB, request line and headers of 10,240 bytes. */
export const MAX_BODY_BYTES = 10 * 1024 * 1024;
export const MAX_HEADER_BYTES = 10_240;

/** Reads a request's body whole and hands it on once, or says that it is too large. */
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
  if (Number(length) > MAX_BODY_BYTES) {
    // Read on without keeping it: a connection reset would reach the caller before the answer does.
    request.resume();
    refuse();
    return;
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    if (bytes > MAX_BODY_BYTES) return;
    bytes += chunk.length;
    chunks.push(chunk);
    if (bytes > MAX_BODY_BYTES) refuse();
  });
  request.on('end', () => {
    if (bytes <= MAX_BODY_BYTES) take(Buffer.concat(chunks));
  });
}
