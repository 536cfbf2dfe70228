import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { paths } from '../../shared/api/paths.ts';
import { MessageKind } from '../../shared/message/message.ts';
import { SecretValues } from '../../shared/secret-values.ts';
import { type ObjectStore, startObjectStore } from './object-store/object-store.ts';
import { ensureSecretsFile } from './secrets-file.ts';
import { startWechat, type Wechat } from './wechat/start-wechat.ts';

/** What a deployed system finds around it, played on this machine. */
export type StandIns = {
  /** Where contexts and commands find it. */
  environment: Record<string, string>;
  wechat: Wechat;
  objects: ObjectStore;
  /** Tells both where the gateway answers: one pushes there, the other takes uploads of its pages. */
  announce: (address: string) => void;
  close: () => Promise<void>;
};

/** Looks like one, and can be none. */
const APP_ID = 'wx0000000000000000';
const BUCKET = 'nuanxin-pictures';

/** One made-up template for each kind of message. */
const TEMPLATES = JSON.stringify(
  Object.fromEntries(MessageKind.options.map((kind) => [kind, `template-of-${kind}`])),
);

/**
 * Starts WeChat's stand-in and an object store over a data folder, and makes the secret values there when there are
 * none. `accessKeyId` is the one that the contexts use everywhere; its secret is made anew for each start, since the
 * engine asks for none and no other site's page may guess it.
 */
export async function startStandIns(
  dataFolder: string,
  { AWS_ACCESS_KEY_ID: accessKeyId }: { AWS_ACCESS_KEY_ID: string },
): Promise<StandIns> {
  const file = ensureSecretsFile(dataFolder);
  const secrets = SecretValues.parse(JSON.parse(readFileSync(file, 'utf8')));
  const secretAccessKey = randomBytes(24).toString('base64url');
  let gateway: string | undefined;
  const [wechat, objects] = await Promise.all([
    startWechat({ ...secrets.wechat, appId: APP_ID, pushAddress: () => gateway && gateway + PUSH_PATH }),
    startObjectStore({
      folder: join(dataFolder, 'objects'),
      bucket: BUCKET,
      credentials: { accessKeyId, secretAccessKey },
    }),
  ]);
  return {
    environment: {
      SECRETS_FILE: file,
      WECHAT_API_BASE: wechat.base,
      WECHAT_APP_ID: APP_ID,
      WECHAT_TEMPLATES: TEMPLATES,
      BUCKET_NAME: BUCKET,
      OBJECTS_ENDPOINT: objects.endpoint,
      UPLOAD_ORIGIN: objects.endpoint,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
    },
    wechat,
    objects,
    announce: (address) => {
      gateway = address;
      objects.allowOrigins(namesOf(address));
    },
    close: async () => {
      await Promise.all([wechat.close(), objects.close()]);
    },
  };
}

const PUSH_PATH = paths.receivePush.replace('POST ', '');

/** This machine by its names, one of which the browser's address bar shows. */
function namesOf(address: string): string[] {
  const { port, origin } = new URL(address);
  return [...new Set([origin, `http://127.0.0.1:${port}`, `http://localhost:${port}`])];
}
