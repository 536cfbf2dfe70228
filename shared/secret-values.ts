import * as z from 'zod';

/** 32 random bytes in base64. */
const Key = z.string().regex(/^[A-Za-z0-9+/]{43}=$/);

/**
 * What the installation keeps secret, as one JSON document: in Secrets Manager when deployed, in a file of the data
 * folder on this machine.
 */
export const SecretValues = z.object({
  /** Session tokens are signed with the first and accepted from all: during a rotation there are two. */
  sessionKeys: z
    .array(z.object({ id: z.string().min(1).max(40), key: Key }))
    .min(1)
    .max(2),
  /** Wraps the key of each person. */
  personKey: Key,
  /** Mixed into addresses before they are counted, so that no address is ever stored. */
  addressSalt: Key,
  wechat: z.object({
    appSecret: z.string().min(1),
    /** Of the message push: 3 to 32 letters and digits. */
    pushToken: z.string().regex(/^[A-Za-z0-9]{3,32}$/),
    /** `EncodingAESKey`: 43 characters of base64. */
    pushAesKey: z.string().regex(/^[A-Za-z0-9+/]{43}$/),
  }),
});
export type SecretValues = z.infer<typeof SecretValues>;
