import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { codeToSession } from '../../../functions/runtime/wechat/code-to-session.ts';
import { checkContent, partsOf } from '../../../functions/runtime/wechat/content-check.ts';
import { requestMediaCheck } from '../../../functions/runtime/wechat/media-check.ts';
import { miniProgramCode } from '../../../functions/runtime/wechat/mini-program-code.ts';
import { phoneNumberOf } from '../../../functions/runtime/wechat/phone-number.ts';
import { sendSubscriptionMessage } from '../../../functions/runtime/wechat/subscription-message.ts';
import { urlLink } from '../../../functions/runtime/wechat/url-link.ts';
import { shareAccessToken } from '../../../functions/runtime/wechat/with-access-token.ts';
import { signInPerson } from '../../../functions/store/sign-in-person.ts';
import { checkText } from '../../../functions/store/text-check.ts';
import { tokenStore } from '../../../functions/store/wechat-token.ts';
import { wechat } from '../../support/own-table.ts';

const said = vi.spyOn(console, 'error').mockImplementation(() => {});
const alarms = () => said.mock.calls.map(([line]) => JSON.parse(line) as Record<string, unknown>);

beforeAll(() => shareAccessToken(tokenStore));
beforeEach(() => said.mockClear());

const signIn = async (openid: string) => codeToSession(wechat.codeFor(openid));

describe('codeToSession', () => {
  it('answers who a code belongs to and never the session key', async () => {
    expect(await signIn('rider')).toEqual({ openid: 'rider' });
  });

  it('refuses a code that is used, unknown or older than five minutes', async () => {
    const code = wechat.codeFor('rider');
    await codeToSession(code);
    const old = wechat.codeFor('rider');
    const minted = wechat.state.loginCodes.get(old);
    if (minted) minted.madeAt -= 5 * 60_000 + 1;
    for (const bad of [code, 'nonsense', old]) {
      await expect(codeToSession(bad)).rejects.toMatchObject({ code: 'code_refused' });
    }
  });

  it('tells an account that WeChat holds for a risk apart from a bad code', async () => {
    wechat.setNext('code2Session', { errcode: 40226 });
    await expect(signIn('rider')).rejects.toMatchObject({
      code: 'code_refused',
      message: expect.stringContaining('risk'),
    });
  });

  it.each([-1, 45011])('asks again after %i, three times in all', async (errcode) => {
    wechat.setNext('code2Session', { errcode }, { errcode });
    expect(await signIn('rider')).toEqual({ openid: 'rider' });
    wechat.setNext('code2Session', { errcode }, { errcode }, { errcode });
    await expect(signIn('rider')).rejects.toMatchObject({ code: 'unavailable' });
  });

  it.each([45009, 40164, 40125, 48001])('is unavailable and an alarm after %i', async (errcode) => {
    wechat.setNext('code2Session', { errcode });
    await expect(signIn('rider')).rejects.toMatchObject({ code: 'unavailable' });
    expect(alarms()).toEqual([expect.objectContaining({ alarm: true, call: 'code2Session', errcode })]);
  });

  it('is unavailable when WeChat hangs up or answers something else than JSON', async () => {
    for (const bend of [{ hangUp: true }, { garbled: true }] as const) {
      wechat.setNext('code2Session', bend);
      await expect(signIn('rider')).rejects.toMatchObject({ code: 'unavailable' });
    }
  });

  it('lets no secret into an error or a log', async () => {
    const { appSecret } = wechat.state.settings;
    wechat.setNext('code2Session', { hangUp: true });
    const error = await signIn('rider').catch((thrown: Error) => thrown);
    wechat.setNext('code2Session', { errcode: 40164 });
    await signIn('rider').catch(() => {});
    const heard = JSON.stringify([error, String(error), said.mock.calls]);
    expect(heard).not.toContain(appSecret);
    expect(heard).not.toContain('js_code');
  });
});

describe('calls with an access token', () => {
  it('replace a refused token once and go on', async () => {
    await urlLink({ page: 'pages/home/home' });
    wechat.state.tokens.length = 0;
    expect(await urlLink({ page: 'pages/home/home' })).toContain('/stand-in/mini-program');
    expect(wechat.calls.slice(-3).map(({ name, errcode }) => [name, errcode])).toEqual([
      ['generateUrlLink', 40001],
      ['getStableAccessToken', 0],
      ['generateUrlLink', 0],
    ]);
  });

  it('force a new token where WeChat refuses the one that normal mode gives', async () => {
    wechat.setNext('generateUrlLink', { errcode: 40001 });
    const before = wechat.state.tokens.at(-1)?.value;
    await urlLink({ page: 'pages/home/home' });
    expect(wechat.state.tokens.at(-1)?.value).not.toBe(before);
    expect(wechat.state.forcedAt).toHaveLength(1);
  });

  it('answer the telephone number that WeChat vouches for', async () => {
    const code = wechat.phoneCodeFor('merchant', '13812345678');
    expect(await phoneNumberOf(code)).toBe('13812345678');
    await expect(phoneNumberOf(code)).rejects.toMatchObject({ code: 'code_refused' });
    const landline = wechat.phoneCodeFor('merchant', '+1 555 0100');
    await expect(phoneNumberOf(landline)).rejects.toMatchObject({ code: 'invalid_request' });
  });

  it('answer the QR code as a picture, and its refusal as a problem', async () => {
    const { bytes, mediaType } = await miniProgramCode({
      scene: 'c=ABCDEFGH',
      page: 'pages/sign-in/sign-in',
    });
    expect(mediaType).toBe('image/png');
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    await expect(miniProgramCode({ scene: 'x'.repeat(33), page: 'a' })).rejects.toMatchObject({
      code: 'unavailable',
    });
  });

  it('tell a message that was sent from one that is not allowed and one that cannot be', async () => {
    const message = { openid: 'merchant', templateId: 'template-1', data: { thing1: '华阳社区食堂' } };
    expect(await sendSubscriptionMessage(message)).toBe('not_allowed');
    await wechat.answerSubscription('merchant', { 'template-1': 'accept' });
    expect(await sendSubscriptionMessage({ ...message, data: { thing1: '字'.repeat(21) } })).toEqual({
      errcode: 47003,
    });
    expect(await sendSubscriptionMessage(message)).toBe('sent');
    expect(await sendSubscriptionMessage(message)).toBe('not_allowed');
    expect(wechat.sent.at(-1)).toMatchObject({ openid: 'merchant', data: { thing1: '华阳社区食堂' } });
  });

  it('ask for a picture to be looked at', async () => {
    await signIn('merchant');
    const trace = await requestMediaCheck({ mediaUrl: `${wechat.base}/`, openid: 'merchant' });
    expect(trace).toMatch(/^[0-9a-f-]{20,}$/);
  });
});

describe('the check of texts', () => {
  const person = async (openid: string) =>
    (await signInPerson(openid, { now: new Date(), newId: () => crypto.randomUUID() })).person.id;

  it('answers what the machine says, the worst of all parts of a long text', async () => {
    await signIn('writer');
    expect(await checkContent('writer', '热水免费')).toBe('pass');
    expect(await checkContent('writer', '可疑的内容')).toBe('review');
    expect(await checkContent('writer', `${'好'.repeat(6000)}违规`)).toBe('risky');
    expect(await checkContent('writer', `${'可疑'}${'好'.repeat(4000)}`)).toBe('review');
  });

  it('sends Chinese as it is: escaped, everything would pass', async () => {
    await signIn('writer');
    expect(await checkText(await person('writer'), '违规')).toBe('risky');
  });

  it('asks about nothing where there is nothing to read', async () => {
    const before = wechat.calls.length;
    expect(await checkContent('writer', ' \n')).toBe('pass');
    expect(wechat.calls).toHaveLength(before);
  });

  it('fails, and never throws, for somebody not seen for two hours, gone, or when WeChat is away', async () => {
    expect(await checkText(await person('absent'), '热水免费')).toBe('failed');
    expect(await checkText('01JD0000000000000000000000', '热水免费')).toBe('failed');
    await signIn('writer');
    wechat.setNext('msgSecCheck', { hangUp: true });
    expect(await checkText(await person('writer'), '热水免费')).toBe('failed');
  });

  it('cuts no word in two where it divides a text, and no character', () => {
    const parts = partsOf(`${'好'.repeat(2499)}违规${'😀'.repeat(2600)}`);
    expect(parts.every((part) => [...part].length <= 2500)).toBe(true);
    expect(parts.some((part) => part.includes('违规'))).toBe(true);
    expect(parts.join('')).not.toContain('�');
    expect(partsOf('好'.repeat(2500))).toHaveLength(1);
    expect(partsOf('好'.repeat(2501))).toHaveLength(2);
  });
});
