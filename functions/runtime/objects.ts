import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { env } from './env.ts';

/** The bucket of pictures. It is private: whoever reads or writes has a signature of this function. */
const client = new S3Client({
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 10_000, throwOnRequestTimeout: true },
  // A store other than S3 has one name for all its buckets, and no checksums of S3's own.
  ...(env.OBJECTS_ENDPOINT && { endpoint: env.OBJECTS_ENDPOINT, forcePathStyle: true }),
  requestChecksumCalculation: 'WHEN_REQUIRED',
  responseChecksumValidation: 'WHEN_REQUIRED',
});

const bucket = (): string => {
  if (env.BUCKET_NAME === undefined) throw new Error('BUCKET_NAME is not set');
  return env.BUCKET_NAME;
};

/** A form with which anybody who holds it uploads one object of this key and type, up to so many bytes. */
export const createUpload = (
  key: string,
  { contentType, mostBytes, seconds }: { contentType: string; mostBytes: number; seconds: number },
): Promise<{ url: string; fields: Record<string, string> }> =>
  createPresignedPost(client, {
    Bucket: bucket(),
    Key: key,
    Fields: { 'Content-Type': contentType },
    Conditions: [
      ['content-length-range', 1, mostBytes],
      ['eq', '$Content-Type', contentType],
    ],
    Expires: seconds,
  });

/** An object's bytes, at most so many; undefined where there is none, `too_large` where there are more. */
export const getObject = async (
  key: string,
  mostBytes: number,
): Promise<Uint8Array | 'too_large' | undefined> => {
  try {
    const { Body, ContentLength = 0 } = await client.send(
      new GetObjectCommand({ Bucket: bucket(), Key: key }),
    );
    if (ContentLength > mostBytes) return 'too_large';
    return await Body?.transformToByteArray();
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
};

export const putObject = async (key: string, bytes: Uint8Array, contentType: string): Promise<void> => {
  await client.send(
    new PutObjectCommand({ Bucket: bucket(), Key: key, Body: bytes, ContentType: contentType }),
  );
};

/** Deletes objects; those that do not exist are deleted already. */
export const deleteObjects = async (keys: readonly string[]): Promise<void> => {
  await Promise.all(keys.map((Key) => client.send(new DeleteObjectCommand({ Bucket: bucket(), Key }))));
};

/** An address under which anybody reads the object for a while: WeChat, which checks it. */
export const linkToObject = (key: string, seconds: number): Promise<string> =>
  getSignedUrl(client, new GetObjectCommand({ Bucket: bucket(), Key: key }), { expiresIn: seconds });
