import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ObjectStore, startObjectStore } from '../../../infra/local/object-store/object-store.ts';

const Bucket = 'pictures';
const credentials = { accessKeyId: 'local', secretAccessKey: 'known to this test alone' };
const ORIGIN = 'http://127.0.0.1:8787';
const folder = mkdtempSync(join(tmpdir(), 'nuanxin-objects-'));
const BYTES = Buffer.from([0xff, 0xd8, 0, 10, 13, 10, 0xff]);

let store: ObjectStore;
let client: S3Client;
/** Added to the machine's clock by tests of what expires. */
let hoursLater = 0;

const clientWith = (secretAccessKey: string, endpoint = store.endpoint) =>
  new S3Client({
    endpoint,
    region: 'local',
    forcePathStyle: true,
    credentials: { ...credentials, secretAccessKey },
    maxAttempts: 1,
  });

beforeAll(async () => {
  const now = () => new Date(Date.now() + hoursLater * 3_600_000);
  store = await startObjectStore({ folder, bucket: Bucket, credentials, now });
  store.allowOrigins([ORIGIN]);
  client = clientWith(credentials.secretAccessKey);
});
afterAll(async () => {
  client.destroy();
  await store.close();
});

const read = async (Key: string, by = client) => {
  const { Body, ContentType } = await by.send(new GetObjectCommand({ Bucket, Key }));
  return { bytes: Buffer.from((await Body?.transformToByteArray()) ?? []), type: ContentType };
};

const codeOf = async (answer: Response) => /<Code>(\w+)</.exec(await answer.text())?.[1];

describe('objects', () => {
  it('are put, read, described and deleted by the SDK, also under keys that need escaping', async () => {
    for (const Key of ['photos/01/large.jpg', "名字 (1)+&'!*.jpg", '..', 'a//b']) {
      await client.send(
        new PutObjectCommand({
          Bucket,
          Key,
          Body: BYTES,
          ContentType: 'image/jpeg',
          CacheControl: 'no-store',
        }),
      );
      expect(await read(Key)).toEqual({ bytes: BYTES, type: 'image/jpeg' });
      const head = await client.send(new HeadObjectCommand({ Bucket, Key }));
      expect(head).toMatchObject({ ContentLength: BYTES.length, CacheControl: 'no-store' });
      await client.send(new DeleteObjectCommand({ Bucket, Key }));
      await expect(read(Key)).rejects.toMatchObject({ name: 'NoSuchKey' });
    }
  });

  it('come in chunks where the SDK streams, and are whole then', async () => {
    const Body = Readable.from([BYTES, Buffer.alloc(100_000, 7)]);
    const ContentLength = BYTES.length + 100_000;
    await client.send(new PutObjectCommand({ Bucket, Key: 'streamed', Body, ContentLength }));
    const { bytes } = await read('streamed');
    expect(bytes.equals(Buffer.concat([BYTES, Buffer.alloc(100_000, 7)]))).toBe(true);
  });

  it('are files of the folder, which another start finds again', async () => {
    await client.send(new PutObjectCommand({ Bucket, Key: 'kept', Body: 'kept' }));
    const again = await startObjectStore({ folder, bucket: Bucket, credentials });
    const other = clientWith(credentials.secretAccessKey, again.endpoint);
    expect((await read('kept', other)).bytes.toString()).toBe('kept');
    other.destroy();
    await again.close();
    expect(readdirSync(folder).filter((name) => name.endsWith('.unfinished'))).toEqual([]);
  });

  it('are not written over where the writer says so', async () => {
    const put = () =>
      client.send(new PutObjectCommand({ Bucket, Key: 'once', Body: 'first', IfNoneMatch: '*' }));
    await put();
    await expect(put()).rejects.toMatchObject({ name: 'PreconditionFailed' });
  });
});

describe('a signature', () => {
  beforeAll(() => client.send(new PutObjectCommand({ Bucket, Key: 'private', Body: BYTES })));

  it('is needed to read anything', async () => {
    const answer = await fetch(`${store.endpoint}/${Bucket}/private`);
    expect([answer.status, await codeOf(answer)]).toEqual([403, 'AccessDenied']);
  });

  it('made with another secret is forged', async () => {
    const forger = clientWith('guessed');
    await expect(read('private', forger)).rejects.toMatchObject({ name: 'SignatureDoesNotMatch' });
    await expect(
      forger.send(new PutObjectCommand({ Bucket, Key: 'private', Body: 'forged' })),
    ).rejects.toMatchObject({ name: 'SignatureDoesNotMatch' });
    expect((await read('private')).bytes).toEqual(BYTES);
    forger.destroy();
  });

  it('in an address opens that object until it expires, and no other', async () => {
    const url = await getSignedUrl(client, new GetObjectCommand({ Bucket, Key: 'private' }), {
      expiresIn: 600,
    });
    const answer = await fetch(url);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(BYTES);
    expect(await codeOf(await fetch(url.replace('/private', '/kept')))).toBe('SignatureDoesNotMatch');
    expect(await codeOf(await fetch(url, { method: 'DELETE' }))).toBe('SignatureDoesNotMatch');
    expect(await codeOf(await fetch(url.replace('Expires=600', 'Expires=6000')))).toBe(
      'SignatureDoesNotMatch',
    );
    hoursLater = 1;
    expect(await codeOf(await fetch(url))).toBe('AccessDenied');
    hoursLater = 0;
  });

  it('of an hour ago is of no use, and one holds for the body that it was made for', async () => {
    hoursLater = 1;
    await expect(read('private')).rejects.toMatchObject({ name: 'RequestTimeTooSkewed' });
    hoursLater = 0;
    const tampering = clientWith(credentials.secretAccessKey);
    tampering.middlewareStack.add(
      (next) => (given) => {
        const { request } = given as unknown as { request: { body: unknown } };
        request.body = 'forged!';
        return next(given);
      },
      { step: 'finalizeRequest', priority: 'low', override: true },
    );
    const put = new PutObjectCommand({ Bucket, Key: 'private', Body: BYTES, ChecksumCRC32: undefined });
    await expect(tampering.send(put)).rejects.toMatchObject({ name: 'XAmzContentSHA256Mismatch' });
    tampering.destroy();
  });
});

describe('a form', () => {
  const Key = 'uploads/01';
  const presign = (by = client) =>
    createPresignedPost(by, {
      Bucket,
      Key,
      Conditions: [
        ['content-length-range', 1, 1000],
        ['eq', '$Content-Type', 'image/jpeg'],
      ],
      Fields: { 'Content-Type': 'image/jpeg' },
      Expires: 600,
    });

  const post = async (
    bytes: Uint8Array,
    change: (fields: Record<string, string>) => Record<string, string> = (fields) => fields,
    by = client,
  ) => {
    const { url, fields } = await presign(by);
    const form = new FormData();
    for (const [name, value] of Object.entries(change(fields))) form.append(name, value);
    form.append('file', new Blob([new Uint8Array(bytes)], { type: 'text/html' }), 'x.html');
    return fetch(url, { method: 'POST', body: form, headers: { origin: ORIGIN } });
  };

  it('takes a file under the key and the type that were signed, whatever the file says of itself', async () => {
    const answer = await post(BYTES);
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(await read(Key)).toEqual({ bytes: BYTES, type: 'image/jpeg' });
  });

  it.each([
    ['another key', (fields: object) => ({ ...fields, key: 'uploads/02' })],
    ['another type', (fields: object) => ({ ...fields, 'Content-Type': 'text/html' })],
    ['a field that nobody signed', (fields: object) => ({ ...fields, acl: 'public-read' })],
  ])('is refused with %s', async (_, change) => {
    const answer = await post(BYTES, change as never);
    expect([answer.status, await codeOf(answer)]).toEqual([403, 'AccessDenied']);
  });

  it('is refused with a file that is too large or empty', async () => {
    expect(await codeOf(await post(new Uint8Array(1001)))).toBe('EntityTooLarge');
    expect(await codeOf(await post(new Uint8Array(0)))).toBe('EntityTooSmall');
  });

  it('is refused with a policy that is not ours, or that somebody has loosened, or that has expired', async () => {
    const forger = clientWith('guessed');
    expect(await codeOf(await post(BYTES, undefined, forger))).toBe('SignatureDoesNotMatch');
    forger.destroy();
    const loosen = (fields: Record<string, string>) => {
      const policy = Buffer.from(fields.Policy ?? '', 'base64')
        .toString()
        .replace('1000', '9000');
      return { ...fields, Policy: Buffer.from(policy).toString('base64') };
    };
    expect(await codeOf(await post(BYTES, loosen))).toBe('SignatureDoesNotMatch');
    hoursLater = 1;
    expect(await codeOf(await post(BYTES))).toBe('AccessDenied');
    hoursLater = 0;
    expect(await codeOf(await post(BYTES, () => ({ key: 'x' })))).toBe('AccessDenied');
  });

  it('may be sent by our own page, with its progress shown, and by no other', async () => {
    const preflight = (origin: string) =>
      fetch(`${store.endpoint}/${Bucket}`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST' },
      });
    const own = await preflight(ORIGIN);
    expect(own.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(own.headers.get('access-control-allow-methods')).toBe('POST');
    const other = await preflight('http://elsewhere.example');
    expect([other.status, other.headers.get('access-control-allow-origin')]).toEqual([403, null]);
  });

  it('that is none is a refusal, and so is what goes on for too long', async () => {
    const send = (body: BodyInit, type: string) =>
      fetch(`${store.endpoint}/${Bucket}`, { method: 'POST', body, headers: { 'content-type': type } });
    expect(await codeOf(await send('x', 'text/plain'))).toBe('MalformedPOSTRequest');
    expect(await codeOf(await send('--x--', 'multipart/form-data; boundary=x'))).toMatch(/Malformed|Invalid/);
  });
});
