import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listen } from '../gateway.ts';
import { LOCALHOST } from '../loopback-address.ts';
import { allowOrigin, answerPreflight } from './cross-origin.ts';
import { errorXml, ObjectError } from './object-error.ts';
import { openObjectFiles } from './object-files.ts';
import { handleObject, handlePost, type StoreSettings } from './object-requests.ts';
import type { Credentials } from './signature.ts';

export type ObjectStore = {
  endpoint: string;
  /** Names the pages that may upload: the bucket's rule for other origins. */
  allowOrigins: (origins: readonly string[]) => void;
  close: () => Promise<void>;
};

export type ObjectStoreOptions = {
  /** Where the objects lie. */
  folder: string;
  /** The one bucket. */
  bucket: string;
  credentials: Credentials;
  now?: () => Date;
};

/**
 * Starts what stands in for S3 on this machine: one private bucket on disk, which understands what the pictures need of
 * S3's protocol (put, get, head, delete, upload by form) and checks every signature as S3 does.
 */
export async function startObjectStore(options: ObjectStoreOptions): Promise<ObjectStore> {
  const { folder, bucket, credentials, now = () => new Date() } = options;
  const settings: StoreSettings = { files: openObjectFiles(folder), bucket, credentials, now };
  let origins: readonly string[] = [];
  const server = createServer((request, response) => {
    allowOrigin(request, response, origins);
    if (answerPreflight(request, response, origins)) return;
    answer(request, response, settings).catch((error) => refuse(request, response, error));
  });
  await listen(server, 0, LOCALHOST);
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://${LOCALHOST}:${port}`,
    allowOrigins: (allowed) => {
      origins = allowed;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, settings: StoreSettings) {
  const mark = request.url?.indexOf('?') ?? -1;
  const path = mark < 0 ? (request.url ?? '/') : (request.url ?? '').slice(0, mark);
  const query = new URLSearchParams(mark < 0 ? '' : request.url?.slice(mark + 1));
  const [, bucket, ...segments] = path.split('/').map(decodeURIComponent);
  if (bucket !== settings.bucket) throw new ObjectError('NoSuchBucket');
  const target = { path, query, key: segments.join('/') };
  if (request.method === 'POST') await handlePost(request, response, settings);
  else await handleObject(request, response, settings, target);
}

function refuse(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  const known = error instanceof ObjectError ? error : new ObjectError('InvalidArgument');
  if (known !== error) console.error(error);
  // A body that nobody read would be taken for the next request.
  response.writeHead(known.status, { 'content-type': 'application/xml', connection: 'close' });
  response.end(request.method === 'HEAD' ? undefined : errorXml(known));
  request.resume();
}
