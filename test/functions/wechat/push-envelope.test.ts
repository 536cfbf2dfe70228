import { createCipheriv, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkFresh,
  checkSignature,
  openEnvelope,
  signatureOf,
} from '../../../functions/runtime/wechat/push-envelope.ts';
import { sealPush } from '../../../infra/local/wechat/push-delivery.ts';
import { newState } from '../../../infra/local/wechat/wechat-state.ts';

const appId = 'wx0000000000000001';
const aesKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const settings = { appId, appSecret: 's', pushToken: 'AAAAA', pushAesKey: aesKey };

const sealed = (text: string, given: Partial<typeof settings> = {}): string => {
  const { body } = sealPush(newState({ ...settings, ...given }), text);
  return (JSON.parse(body) as { Encrypt: string }).Encrypt;
};

/** Encrypts bytes as they are, with whatever padding they end in. */
const encrypted = (content: Buffer): string => {
  const key = Buffer.from(`${aesKey}=`, 'base64');
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(content), cipher.final()]).toString('base64');
};

/** A content that is right but for its padding and its length. */
const content = ({ padding, length = 2 }: { padding: Buffer; length?: number }): Buffer => {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(length);
  return Buffer.concat([randomBytes(16), size, Buffer.from('{}'), Buffer.from(appId), padding]);
};

const refused = expect.objectContaining({ code: 'forbidden' });

describe('the envelope of a push', () => {
  it("has the signature of WeChat's own example", () => {
    expect(signatureOf('AAAAA', '1714036504', '1514711492')).toBe('f464b24fc39322e44b38aa78f5edd27bd1441696');
  });

  it('is signed over its parts in any order, and refused when one of them differs', () => {
    const signature = signatureOf('AAAAA', '1714036504', '1514711492', 'text');
    expect(() => checkSignature(signature, 'text', '1514711492', 'AAAAA', '1714036504')).not.toThrow();
    expect(() => checkSignature(signature, 'AAAAA', '1714036504', '1514711492', 'texT')).toThrow(refused);
    expect(() => checkSignature('', 'AAAAA')).toThrow(refused);
  });

  it('gives back every text that was sealed for us', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(openEnvelope(sealed(text), { aesKey, appId })).toBe(text);
      }),
    );
  });

  it('is refused when it was sealed for another app, or with another key', () => {
    expect(() => openEnvelope(sealed('{}', { appId: 'wx0000000000000002' }), { aesKey, appId })).toThrow(
      refused,
    );
    const other = `Z${aesKey.slice(1)}`;
    expect(() => openEnvelope(sealed('{}', { pushAesKey: other }), { aesKey, appId })).toThrow(refused);
  });

  it('is refused when its padding is wrong', () => {
    const rest = 32 - (content({ padding: Buffer.alloc(0) }).length % 32);
    const right = Buffer.alloc(rest, rest);
    expect(openEnvelope(encrypted(content({ padding: right })), { aesKey, appId })).toBe('{}');
    const uneven = Buffer.from(right);
    uneven[0] = rest + 1;
    const tooLong = Buffer.alloc(rest, 33);
    const none = Buffer.alloc(rest, 0);
    for (const padding of [uneven, tooLong, none]) {
      expect(() => openEnvelope(encrypted(content({ padding })), { aesKey, appId })).toThrow(refused);
    }
  });

  it('is refused when its length lies, or when it is no whole number of blocks', () => {
    const rest = 32 - (content({ padding: Buffer.alloc(0) }).length % 32);
    const padding = Buffer.alloc(rest, rest);
    for (const length of [0, 1, 3, 5000, 0xffffffff]) {
      expect(() => openEnvelope(encrypted(content({ padding, length })), { aesKey, appId })).toThrow(refused);
    }
    for (const text of ['', 'AAAA', randomBytes(48).toString('base64'), '违规']) {
      expect(() => openEnvelope(text, { aesKey, appId })).toThrow(refused);
    }
  });

  it('is fresh for five minutes, before and after', () => {
    const now = new Date('2026-11-20T04:00:00.000Z');
    const at = (seconds: number) => String(now.getTime() / 1000 + seconds);
    for (const seconds of [-300, 0, 300]) expect(() => checkFresh(at(seconds), now)).not.toThrow();
    for (const stamp of [at(-301), at(301), '', 'soon', '1e9', '-1']) {
      expect(() => checkFresh(stamp, now)).toThrow(refused);
    }
  });
});
