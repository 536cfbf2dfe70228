import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { CHUNKED, checkCrc32, readChunkedBody } from './chunked-body.ts';
import { ObjectError } from './object-error.ts';
import type { ObjectFiles } from './object-files.ts';
import { checkPostPolicy } from './post-policy.ts';
import { type Credentials, checkSignature } from './signature.ts';

export type StoreSettings = {
  files: ObjectFiles;
  bucket: string;
  credentials: Credentials;
  now: () => Date;
};

type Target = { path: string; query: URLSearchParams; key: string };

/** More than any picture; what is larger is not even read. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Puts, gets or deletes an object for whoever signed the request. */
export async function handleObject(
  request: IncomingMessage,
  response: ServerResponse,
  { files, credentials, now }: StoreSettings,
  { path, query, key }: Target,
): Promise<void> {
  const { method = 'GET', headers } = request;
  const signed = checkSignature({ method, path, query, headers }, credentials, now());
  if (method === 'PUT') {
    if (headers['x-amz-copy-source'] !== undefined) throw new ObjectError('NotImplemented');
    const content = await readContent(request, signed);
    if (headers['if-none-match'] === '*' && (await files.find(key)))
      throw new ObjectError('PreconditionFailed');
    const { 'content-type': contentType = 'binary/octet-stream', 'cache-control': cacheControl } = headers;
    await files.put(key, { contentType, cacheControl, content });
    response.writeHead(200, { etag: etagOf(content) }).end();
  } else if (method === 'DELETE') {
    await files.remove(key);
    response.writeHead(204).end();
  } else if (method === 'GET' || method === 'HEAD') {
    const found = await files.find(key);
    if (!found) throw new ObjectError('NoSuchKey');
    const { contentType, cacheControl, content } = found;
    response.writeHead(200, {
      'content-type': contentType,
      'content-length': content.length,
      etag: etagOf(content),
      ...(cacheControl && { 'cache-control': cacheControl }),
    });
    response.end(method === 'GET' ? content : undefined);
  } else throw new ObjectError('NotImplemented');
}

/** Takes a file from a form whose policy we have signed. */
export async function handlePost(
  request: IncomingMessage,
  response: ServerResponse,
  { files, bucket, credentials, now }: StoreSettings,
): Promise<void> {
  const { fields, file } = await readForm(request);
  checkPostPolicy(fields, file.size, { bucket, credentials, now: now() });
  const content = Buffer.from(await file.arrayBuffer());
  const contentType = fields.get('content-type') ?? 'binary/octet-stream';
  await files.put(fields.get('key') ?? '', { contentType, content });
  const wanted = Number(fields.get('success_action_status'));
  response.writeHead([200, 201].includes(wanted) ? wanted : 204, { etag: etagOf(content) }).end();
}

async function readContent(request: IncomingMessage, signed: string): Promise<Buffer> {
  const body = await readBody(request);
  if (signed === CHUNKED) {
    const { content, trailers } = readChunkedBody(body);
    const length = request.headers['x-amz-decoded-content-length'];
    if (length !== undefined && Number(length) !== content.length) throw new ObjectError('InvalidArgument');
    checkCrc32(content, trailers['x-amz-checksum-crc32']);
    return content;
  }
  if (signed.startsWith('STREAMING-')) throw new ObjectError('NotImplemented');
  if (signed !== 'UNSIGNED-PAYLOAD' && createHash('sha256').update(body).digest('hex') !== signed)
    throw new ObjectError('XAmzContentSHA256Mismatch');
  checkCrc32(body, request.headers['x-amz-checksum-crc32']);
  return body;
}

/** The fields of a form up to its file: S3 looks at none behind it. */
async function readForm(request: IncomingMessage): Promise<{ fields: Map<string, string>; file: Blob }> {
  const body = await readBody(request);
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  const form = await new Response(new Uint8Array(body), { headers }).formData().catch(() => {
    throw new ObjectError('MalformedPOSTRequest');
  });
  const fields = new Map<string, string>();
  for (const [name, value] of form) {
    if (name === 'file') return { fields, file: value instanceof Blob ? value : new Blob([value]) };
    if (typeof value === 'string') fields.set(name.toLowerCase(), value);
  }
  throw new ObjectError('InvalidArgument', 'The form has no file.');
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new ObjectError('EntityTooLarge');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const etagOf = (content: Buffer): string => `"${createHash('md5').update(content).digest('hex')}"`;
