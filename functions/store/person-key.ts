import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { DomainError } from '../../shared/api/problem.ts';
import { tableName } from '../runtime/dynamo.ts';
import { secretValues } from '../runtime/secrets.ts';
import { findItem } from './find-items.ts';
import { SCHEMA_VERSION, strings } from './items.ts';
import { dataKeyKey } from './person-keys.ts';
import { personIsThere } from './persons.ts';
import { transact } from './transact.ts';

/**
 * Encrypts a text with a person's own key, which is made when it is first needed. Answers opaque text.
 * @throws DomainError `not_found` for a person who is not there (any more).
 */
export const encryptFor = async (personId: string, text: string): Promise<string> =>
  seal((await findDataKey(personId)) ?? (await makeDataKey(personId)), Buffer.from(text, 'utf8'), personId);

/** The text again; undefined once the person's key is destroyed. */
export const decryptFor = async (personId: string, encrypted: string): Promise<string | undefined> => {
  const key = await findDataKey(personId);
  return key && open(key, encrypted, personId).toString('utf8');
};

/** The person's key, unwrapped. It is never kept in memory: where it is destroyed, it is gone at once. */
const findDataKey = async (personId: string): Promise<Buffer | undefined> => {
  const item = await findItem(dataKeyKey(personId));
  return item?.wrapped?.S === undefined ? undefined : open(await wrappingKey(), item.wrapped.S, personId);
};

const makeDataKey = async (personId: string): Promise<Buffer> => {
  const key = randomBytes(32);
  const taken = new DomainError('conflict', 'the key was made meanwhile');
  try {
    await transact([
      {
        item: {
          Put: {
            TableName: tableName,
            Item: {
              ...strings({ ...dataKeyKey(personId), wrapped: seal(await wrappingKey(), key, personId) }),
              ...SCHEMA_VERSION,
            },
            ConditionExpression: 'attribute_not_exists(PK)',
          },
        },
        refusal: taken,
      },
      personIsThere(personId),
    ]);
    return key;
  } catch (error) {
    const made = error === taken ? await findDataKey(personId) : undefined;
    if (!made) throw error;
    return made;
  }
};

const wrappingKey = async (): Promise<Buffer> => Buffer.from((await secretValues()).personKey, 'base64');

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM, bound to the person: what belongs to one cannot be put under another. */
const seal = (key: Buffer, bytes: Buffer, personId: string): string => {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES }).setAAD(
    Buffer.from(personId),
  );
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return `1.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')}`;
};

const open = (key: Buffer, text: string, personId: string): Buffer => {
  const bytes = Buffer.from(text.slice('1.'.length), 'base64url');
  const [iv, tag, sealed] = [
    bytes.subarray(0, IV_BYTES),
    bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES),
    bytes.subarray(IV_BYTES + TAG_BYTES),
  ];
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(personId))
    .setAuthTag(tag);
  return Buffer.concat([decipher.update(sealed), decipher.final()]);
};
