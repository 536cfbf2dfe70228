import { createHash } from 'node:crypto';
import { DeleteItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { DomainError } from '../../shared/api/problem.ts';
import type { PhotoId } from '../../shared/photo/photo.ts';
import { dynamo, tableName } from '../runtime/dynamo.ts';
import { keyAttributes } from './keys.ts';
import { personIsThere } from './persons.ts';
import { newPhotoItem, type StoredPhoto } from './photo-items.ts';
import { photoKey } from './photo-keys.ts';
import { transact } from './transact.ts';
import { wasWritten } from './was-written.ts';

/** Notes a picture that is about to be uploaded. Throws `not_found` where its owner has no account any more. */
export const createPhotoItem = (photo: StoredPhoto): Promise<void> =>
  transact([
    personIsThere(photo.owner),
    { item: { Put: { TableName: tableName, Item: newPhotoItem(photo) } } },
  ]);

/**
 * Binds a picture to the bytes that are first read of its upload, whose form stays good for a while; answers whether
 * these are those. What is written, checked and shown is one file then, whatever is uploaded meanwhile.
 */
export const bindUpload = (id: PhotoId, bytes: Uint8Array): Promise<boolean> => {
  const hash = createHash('sha256').update(bytes).digest('base64url');
  return wasWritten(
    dynamo.send(
      new UpdateItemCommand({
        TableName: tableName,
        Key: keyAttributes(photoKey(id)),
        UpdateExpression: 'SET uploadHash = :hash',
        ConditionExpression:
          'attribute_exists(PK) AND (attribute_not_exists(uploadHash) OR uploadHash = :hash)',
        ExpressionAttributeValues: { ':hash': { S: hash } },
      }),
    ),
  );
};

/**
 * Notes that a picture was written anew; answers whether it was noted: it is not where another completion of the same
 * picture was faster, the picture is gone, or its owner has no account any more.
 */
export const finishPhoto = async (
  { id, owner }: Pick<StoredPhoto, 'id' | 'owner'>,
  { width, height }: { width: number; height: number },
): Promise<boolean> => {
  const update = uploadingUpdate(id, 'SET #state = :state, width = :width, height = :height', {
    ':state': { S: 'ready' },
    ':width': { N: `${width}` },
    ':height': { N: `${height}` },
  });
  try {
    await transact([
      personIsThere(owner),
      { item: { Update: update }, refusal: new DomainError('wrong_state', 'it is not being uploaded') },
    ]);
    return true;
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === 'unavailable') throw error;
    return false;
  }
};

/** Notes that what was uploaded is no picture that can be shown. */
export const refusePhoto = (id: PhotoId): Promise<boolean> =>
  wasWritten(
    dynamo.send(
      new UpdateItemCommand(uploadingUpdate(id, 'SET #state = :state', { ':state': { S: 'refused' } })),
    ),
  );

const uploadingUpdate = (
  id: PhotoId,
  UpdateExpression: string,
  values: Record<string, { S: string } | { N: string }>,
) => ({
  TableName: tableName,
  Key: keyAttributes(photoKey(id)),
  UpdateExpression,
  ConditionExpression: '#state = :uploading',
  ExpressionAttributeNames: { '#state': 'state' },
  ExpressionAttributeValues: { ...values, ':uploading': { S: 'uploading' } },
});

/** Deletes a picture. Throws `wrong_state` where a place on the map shows it. */
export const deletePhotoItem = async (id: PhotoId): Promise<void> => {
  const isDeleted = await wasWritten(
    dynamo.send(
      new DeleteItemCommand({
        TableName: tableName,
        Key: keyAttributes(photoKey(id)),
        ConditionExpression: 'attribute_not_exists(place)',
      }),
    ),
  );
  if (!isDeleted) throw new DomainError('wrong_state', 'a place on the map shows it');
};
