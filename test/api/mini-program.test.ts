import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { OWN_PAGE } from '../../shared/api/client.ts';
import type { WebSignIn, WebSignInState } from '../../shared/api/session-routes.ts';
import type { OwnRegistration } from '../../shared/registration/registration.ts';
import { type PhoneAnswers, startPhone } from '../support/phone.ts';
import { sendJson } from '../support/register-shop.ts';
import { startSystem, type TestSystem } from '../support/system.ts';

let system: TestSystem;
let phone: Awaited<ReturnType<typeof startPhone>>;

beforeAll(async () => {
  system = await startSystem();
}, 60_000);
afterAll(() => system.close());
afterEach(() => phone.close());

/** What a tap leads to takes a few calls. */
const seen = (check: () => void) => vi.waitFor(check, { timeout: 15_000 });

/** The phone of one of the sample people. */
async function phoneOf(
  openid: string,
  more: { answers?: PhoneAnswers; templates?: readonly string[]; language?: string } = {},
) {
  phone = await startPhone({
    origin: system.address,
    codeOf: async () => system.wechat.codeFor(openid),
    ...more,
  });
  return phone;
}

describe('the home of the shell', () => {
  it('opens the pages, the map without asking who it is', async () => {
    const home = await (await phoneOf('demo-rider')).open('home');
    await home.tap('看地图');
    await home.tap('我是店主');
    expect(phone.calls.navigateTo).toEqual([
      { url: '/pages/web/web?page=map' },
      { url: '/pages/web/web?page=merchant' },
    ]);
    const map = await phone.open('web', { page: 'map' });
    expect(map.data().address).toBe(`${system.address}/`);
    expect(phone.storage.size).toBe(0);
  });

  it('opens the place whose code was scanned, and no other address', async () => {
    const place = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
    const codes = [
      { result: `${system.address}/#place=${place}` },
      { result: 'https://example.org/#place=x' },
    ];
    const home = await (
      await phoneOf('demo-rider', { answers: { scanCode: async () => codes.shift() } })
    ).open('home');
    await home.tap('扫店里的码');
    await seen(() => expect(phone.calls.navigateTo).toHaveLength(1));
    expect(phone.calls.navigateTo).toEqual([
      { url: `/pages/web/web?page=map&rest=${encodeURIComponent(`place=${place}`)}` },
    ]);
    await home.tap('扫店里的码');
    await seen(() => expect(home.text()).toContain('这不是暖新地图的码'));
  });

  it('speaks the language of WeChat', async () => {
    const home = await (await phoneOf('demo-rider', { language: 'en' })).open('home');
    expect(home.text()).toContain('I run a shop');
  });
});

describe('a page inside the shell', () => {
  it('is entered with a ticket that signs in once', async () => {
    const page = await (await phoneOf('demo-merchant')).open('web', { page: 'merchant' });
    const address = new URL(page.data().address as string);
    expect(address.origin + address.pathname).toBe(`${system.address}/merchant/`);
    const given = new URLSearchParams(address.hash.slice(1));
    const redeem = () =>
      system.fetch('/v1/tickets/redeem', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...OWN_PAGE },
        body: JSON.stringify({ ticket: given.get('ticket') }),
      });
    const first = await redeem();
    expect(first.status).toBe(201);
    expect(first.headers.get('set-cookie')).toMatch(/^session=.*HttpOnly/);
    const { me } = (await first.json()) as { me: { memberCode: string } };
    expect(me.memberCode).toBe(given.get('for'));
    expect((await redeem()).status).toBeGreaterThanOrEqual(400);
  });

  it('says so when the network is away', async () => {
    phone = await startPhone({ origin: 'http://127.0.0.1:9', codeOf: async () => 'code' });
    const page = await phone.open('web', { page: 'merchant' });
    expect(page.text()).toContain('没有网络');
  });
});

describe('a sign-in that a page asks for', () => {
  const begin = () => sendJson<WebSignIn>(system.fetch, 'POST', '/v1/web-sign-ins', { page: 'staff' });
  const poll = ({ deviceCode }: WebSignIn) =>
    sendJson<WebSignInState>(system.fetch, 'POST', '/v1/web-sign-ins/poll', { deviceCode });

  it('is confirmed by picking the digits that the page shows', async () => {
    const asked = await begin();
    const page = await (await phoneOf('demo-reviewer')).open('sign-in', { scene: asked.userCode });
    expect(page.text()).toContain('有人请求用您的身份登录工作人员页面');
    expect(page.data().matches).toContain(asked.match);
    await page.tap(asked.match);
    await seen(() => expect(page.text()).toContain('已登录，请回到网页继续'));
    expect((await poll(asked)).state).toBe('signed_in');
  });

  it('is refused by other digits, and by whoever it is not', async () => {
    for (const answer of ['wrong', 'not me']) {
      const asked = await begin();
      const page = await (await phoneOf('demo-reviewer')).open('sign-in', { scene: asked.userCode });
      const wrong = (page.data().matches as string[]).find((match) => match !== asked.match) as string;
      await page.tap(answer === 'wrong' ? wrong : '不是我');
      await seen(() => expect(page.text()).toContain('已拒绝'));
      expect((await poll(asked)).state).toBe('access_denied');
    }
  });

  it('that does not exist is told as expired', async () => {
    const page = await (await phoneOf('demo-reviewer')).open('sign-in', { scene: 'no-such-code' });
    expect(page.text()).toContain('这个码已失效');
  });
});

describe('the telephone number', () => {
  it('is taken from WeChat and shown masked', async () => {
    const page = await (await phoneOf('demo-merchant')).open('phone');
    await page.run('take', { detail: { code: system.wechat.phoneCodeFor('demo-merchant', '13812345678') } });
    expect(page.text()).toContain('138****5678');
    expect(page.text()).not.toContain('13812345678');
  });

  it('becomes the one to call about the registration that asked for it', async () => {
    const { fetch } = await system.signIn('demo-merchant');
    const { id } = await sendJson<OwnRegistration>(fetch, 'POST', '/v1/registrations', { kind: 'new' });
    const page = await (await phoneOf('demo-merchant')).open('phone', { registration: id });
    await page.run('take', { detail: { code: system.wechat.phoneCodeFor('demo-merchant', '13912340000') } });
    expect(page.text()).toContain('139****0000');
    const { contact } = await sendJson<OwnRegistration>(fetch, 'GET', `/v1/registrations/${id}`);
    expect(contact.phoneMasked).toBe('139****0000');
  });

  it('may be refused, and the page says what else is possible', async () => {
    const page = await (await phoneOf('demo-merchant-2')).open('phone');
    await page.run('take', { detail: {} });
    expect(page.text()).toContain('可以返回网页手填号码');
  });
});

describe('the position of a shop', () => {
  const draft = async () => {
    const { fetch } = await system.signIn('demo-merchant');
    return sendJson<OwnRegistration>(fetch, 'POST', '/v1/registrations', { kind: 'new' });
  };

  it('goes into the draft as WeChat gave it, in GCJ-02', async () => {
    const { id } = await draft();
    const chosen = { longitude: 121.4216, latitude: 31.2181, address: '长宁区定西路' };
    const answers = { chooseLocation: async () => chosen };
    const page = await (await phoneOf('demo-merchant', { answers })).open('position', { registration: id });
    await page.tap('打开地图选择');
    await seen(() => expect(page.text()).toContain('位置已保存'));
    const { fetch } = await system.signIn('demo-merchant');
    const { application } = await sendJson<OwnRegistration>(fetch, 'GET', `/v1/registrations/${id}`);
    expect(application.position).toEqual({ crs: 'gcj02', position: [121.4216, 31.2181] });
    expect(application.address).toBe('长宁区定西路');
  });

  it('may be refused; going back without choosing is no refusal', async () => {
    const { id } = await draft();
    const errors = ['chooseLocation:fail cancel', 'chooseLocation:fail auth deny'];
    const answers = { chooseLocation: () => Promise.reject({ errMsg: errors.shift() }) };
    const page = await (await phoneOf('demo-merchant', { answers })).open('position', { registration: id });
    await page.run('choose');
    expect(page.data().notice).toBe('');
    await page.run('choose');
    expect(page.text()).toContain('没有位置权限');
  });
});

describe('the privacy notice', () => {
  it('is named when WeChat needs consent, may be read, and the answer goes back to WeChat', async () => {
    const notice = await (await phoneOf('demo-merchant')).open('components/privacy/privacy');
    expect(notice.text()).toBe('');
    const refused = phone.needConsent();
    expect(notice.text()).toContain('《暖新地图隐私保护指引》');
    await notice.tap('隐私保护指引');
    expect(phone.calls.openPrivacyContract).toHaveLength(1);
    await notice.tap('不同意');
    expect(await refused).toEqual({ event: 'disagree' });
    expect(notice.text()).toBe('');
    const agreed = phone.needConsent();
    await notice.run('agree');
    expect(await agreed).toEqual({ event: 'agree', buttonId: 'privacy-agree' });
  });
});

describe('messages through WeChat', () => {
  it('are allowed template by template', async () => {
    const answers = { requestSubscribeMessage: async () => ({ one: 'accept', two: 'reject' }) };
    const page = await (await phoneOf('demo-merchant', { templates: ['one', 'two'], answers })).open(
      'subscribe',
    );
    await page.tap('允许通知');
    await seen(() => expect(page.text()).toContain('已允许 1 种通知'));
  });

  it('may be refused, or not be set up', async () => {
    const answers = { requestSubscribeMessage: () => Promise.reject({ errMsg: 'fail' }) };
    const page = await (await phoneOf('demo-merchant', { templates: ['one'], answers })).open('subscribe');
    await page.run('ask');
    expect(page.text()).toContain('没有订阅');
    const none = await (await phoneOf('demo-merchant')).open('subscribe');
    await none.run('ask');
    expect(none.text()).toContain('还没有配置通知模板');
  });
});

describe('one’s own account', () => {
  it('is deleted after a question, and not without its answer', async () => {
    const answers = [{ confirm: false }, { confirm: true }];
    const page = await (
      await phoneOf('somebody-new', {
        answers: { showModal: async () => answers.shift() ?? { confirm: false } },
      })
    ).open('me');
    expect(page.text()).toContain('成员码');
    await page.run('remove');
    expect(page.text()).not.toContain('账号已注销');
    await page.run('remove');
    expect(page.text()).toContain('账号已注销');
    expect(phone.storage.size).toBe(0);
  });
});
