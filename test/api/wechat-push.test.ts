import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSystem, type TestSystem } from '../support/system.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem({ seed: false });
});
afterAll(() => system.close());

const TEMPLATE = 'template-of-registration_approved';

const creditsOf = async (openid: string) => {
  const person = await system.signIn(openid);
  const own = (await (await person.fetch('/v1/me/export')).json()) as { subscriptions: object };
  return own.subscriptions;
};

describe('a push through the gateway', () => {
  it('is answered with success and nothing else, and does what it says', async () => {
    await system.signIn('pushed-rider');
    await system.wechat.answerSubscription('pushed-rider', { [TEMPLATE]: 'accept' });
    expect(system.wechat.pushes.at(-1)).toMatchObject({ status: 200, answer: 'success' });
    expect(await creditsOf('pushed-rider')).toEqual({ [TEMPLATE]: 1 });
    await system.wechat.refuseSubscriptions('pushed-rider', [TEMPLATE]);
    expect(await creditsOf('pushed-rider')).toEqual({});
  });

  it('deletes the account of somebody who ends it in WeChat, whose session is worth nothing then', async () => {
    const person = await system.signIn('leaving-rider');
    expect((await person.fetch('/v1/me')).status).toBe(200);
    await system.wechat.push({ Event: 'user_authorization_cancellation', OpenID: 'leaving-rider' });
    expect(system.wechat.pushes.at(-1)).toMatchObject({ status: 200, answer: 'success' });
    const again = await system.signIn('leaving-rider');
    expect(again.personId).not.toBe(person.personId);
  });

  it('is refused when nobody has signed it, whatever it says', async () => {
    const query = 'timestamp=1714036504&nonce=1514711492&encrypt_type=aes';
    const forged = await system.fetch(`/v1/wechat/push?${query}&msg_signature=${'0'.repeat(40)}`, {
      method: 'POST',
      body: JSON.stringify({ Encrypt: 'x' }),
    });
    expect(forged.status).toBe(403);
    expect(
      (await system.fetch(`/v1/wechat/push?${query}&signature=${'0'.repeat(40)}&echostr=1`)).status,
    ).toBe(403);
  });

  it('takes parameters that WeChat may add', async () => {
    const answer = await system.fetch(
      `/v1/wechat/push?timestamp=1&nonce=2&encrypt_type=aes&openid=o&more=1&msg_signature=${'0'.repeat(40)}`,
      { method: 'POST', body: JSON.stringify({ Encrypt: 'x' }) },
    );
    expect(answer.status).toBe(403);
  });
});
