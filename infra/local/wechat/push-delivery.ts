import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { newOpaque, type WechatState } from './wechat-state.ts';

const MOST_TRIES = 3;
const PAUSE_MS = 200;

/** Pushes an event, encrypted and signed; again where the answer is not `success`, three times in all. */
export async function deliverPush(state: WechatState, event: Record<string, unknown>): Promise<void> {
  const address = state.settings.pushAddress?.();
  if (address === undefined) return;
  for (let attempt = 1; attempt <= MOST_TRIES; attempt++) {
    const { query, body } = sealPush(state, JSON.stringify(event));
    const outcome = await send(`${address}?${query}`, body);
    state.pushes.push({ event, ...outcome });
    if (outcome.status === 200 && outcome.answer === 'success') return;
    await sleep(PAUSE_MS);
  }
}

async function send(url: string, body: string): Promise<{ status: number; answer: string }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: AbortSignal.timeout(5000),
    });
    return { status: response.status, answer: await response.text() };
  } catch (error) {
    return { status: 0, answer: String(error) };
  }
}

/** The query and the JSON body of a push in encrypted mode. */
export function sealPush({ settings }: WechatState, plaintext: string): { query: string; body: string } {
  const { pushToken, pushAesKey, appId, now } = settings;
  const timestamp = String(Math.floor(now() / 1000));
  const nonce = newOpaque(10);
  const encrypted = encrypt(plaintext, appId, pushAesKey);
  const query = new URLSearchParams({
    signature: hash([pushToken, timestamp, nonce]),
    timestamp,
    nonce,
    encrypt_type: 'aes',
    msg_signature: hash([pushToken, timestamp, nonce, encrypted]),
  });
  return { query: query.toString(), body: JSON.stringify({ ToUserName: 'gh_standin', Encrypt: encrypted }) };
}

const hash = (parts: string[]): string => createHash('sha1').update(parts.sort().join('')).digest('hex');

/** 16 random bytes, the length of the message, the message, the app id; padded to blocks of 32 (PKCS#7). */
function encrypt(plaintext: string, appId: string, pushAesKey: string): string {
  const key = Buffer.from(`${pushAesKey}=`, 'base64');
  const message = Buffer.from(plaintext, 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(message.length);
  const content = Buffer.concat([randomBytes(16), length, message, Buffer.from(appId)]);
  const padding = 32 - (content.length % 32);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([content, Buffer.alloc(padding, padding)]);
  return Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64');
}
