import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  HttpMethods,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { LambdaResources } from './context-resources.ts';

/** Where pictures are uploaded to, and where they lie once they were written anew. */
const UPLOADS = 'uploads/';
const PICTURES = 'photos/';
/** Where the street networks of subdistricts lie. */
const NETWORKS = 'networks/';

/**
 * The bucket of pictures: private, so that only signatures of the photos' function open it, and only over TLS. It
 * outlives its stack. It keeps no versions: a deleted picture is gone.
 */
export function addPictureBucket(scope: Construct, siteOrigin: string): Bucket {
  const bucket = new Bucket(scope, 'Pictures', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    removalPolicy: RemovalPolicy.RETAIN,
    cors: [
      { allowedOrigins: [siteOrigin], allowedMethods: [HttpMethods.POST], allowedHeaders: [], maxAge: 3600 },
    ],
    lifecycleRules: [
      // What was never completed; a completed one is deleted at once.
      { id: 'forget-uploads', prefix: UPLOADS, expiration: Duration.days(1) },
      { id: 'forget-parts', abortIncompleteMultipartUploadAfter: Duration.days(1) },
    ],
  });
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason:
      "A log of the bucket would keep the address of everybody who uploads. Every object is read and written by one function, and deleted by that one or with its owner's account; their operations are in the API's log.",
  });
  return bucket;
}

/**
 * Lets a function reach pictures, or read street networks. A form that somebody uploads with has the rights of the function that signed it.
 * Listing is what makes S3 say that an object does not exist, instead of that it is forbidden.
 */
export function pictureAccess(
  { pictures = [], readsNetworks }: LambdaResources,
  bucket: Bucket,
): PolicyStatement[] {
  return [
    ...(pictures.length > 0
      ? [
          new PolicyStatement({
            actions: pictures.map((action) => `s3:${action}`),
            resources: [UPLOADS, PICTURES].map((prefix) => bucket.arnForObjects(`${prefix}*`)),
          }),
        ]
      : []),
    ...(readsNetworks
      ? [
          new PolicyStatement({
            actions: ['s3:GetObject'],
            resources: [bucket.arnForObjects(`${NETWORKS}*`)],
          }),
        ]
      : []),
    ...(pictures.includes('GetObject') || readsNetworks
      ? [new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] })]
      : []),
  ];
}
