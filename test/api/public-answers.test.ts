import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationId } from '../../shared/api/paths.ts';
import type { Route } from '../../shared/api/route.ts';
import { routes } from '../../shared/api/routes.ts';
import { tileOf } from '../../shared/geo/tile.ts';
import { approveShop, sampleApplication, sendJson, submitShop } from '../support/register-shop.ts';
import { startSystem, type TestSystem } from '../support/system.ts';

/** What only its owner, or staff, may know; each text stands nowhere else in the system. */
const PRIVATE = {
  phone: '13987650123',
  contactName: '欧阳静娴',
  licence: '91310105MA1FW00028',
  note: '晚上才有人，请打后门铃',
  nickname: '阿敏的昵称',
  invitation: 'WG-7788',
  openid: 'demo-merchant',
  staffReason: '内部：接到投诉后核实',
};

let system: TestSystem;
let place: string;
const secrets = new Map<string, string>(Object.entries(PRIVATE));

beforeAll(async () => {
  system = await startSystem();
  const owner = await system.signIn('demo-merchant');
  const reviewer = await system.signIn('demo-reviewer');
  await sendJson(owner.fetch, 'PATCH', '/v1/me', { nickname: PRIVATE.nickname });
  const { id } = await submitShop(owner.fetch, '五号茶馆', {
    licenceCode: PRIVATE.licence,
    contactName: PRIVATE.contactName,
    contactPhone: PRIVATE.phone,
    note: PRIVATE.note,
    invitationCode: PRIVATE.invitation,
  });
  place = await approveShop(reviewer.fetch, id);
  const record = await sendJson<{ version: number }>(reviewer.fetch, 'GET', `/v1/place-records/${place}`);
  const path = `/v1/place-records/${place}`;
  await sendJson(
    reviewer.fetch,
    'PATCH',
    path,
    { address: '定西路 2 号', reason: PRIVATE.staffReason },
    record.version,
  );
  secrets.set('owner', owner.personId).set('reviewer', reviewer.personId).set('registration', id);
}, 120_000);

afterAll(() => system.close());

/** Everything that anybody may ask and that could hold this place. */
const ASKED: Partial<Record<OperationId, () => string>> = {
  getTile: () => {
    const { x, y } = tileOf(sampleApplication('').position.position as [number, number]);
    return `/v1/tiles/14/${x}/${y}`;
  },
  listPlaces: () => '/v1/places?subdistrict=310105001&limit=50',
  listNearbyPlaces: () => '/v1/places/nearby?lng=121.4171&lat=31.2201&limit=50',
  getPlace: () => `/v1/places/${place}`,
  exportPlacesGeojson: () => '/v1/places.geojson?subdistrict=310105001',
  exportPlacesCsv: () => '/v1/places.csv?subdistrict=310105001',
  getCatalog: () => '/v1/catalog',
  listSubdistricts: () => '/v1/subdistricts',
  getHealth: () => '/v1/health',
  getOpenapi: () => '/v1/openapi.json',
  verifyPush: () => `/v1/wechat/push?timestamp=1&nonce=n&signature=${'0'.repeat(40)}&echostr=e`,
  getPhotoImage: () => '/v1/photos/01ARZ3NDEKTSV4RRFFQ69G5FAV/full',
};

const anybodys = (Object.entries(routes) as [OperationId, Route][]).filter(
  ([, { access, key }]) => (access === 'public' || access === 'recognised') && key.startsWith('GET '),
);

describe('what anybody may read', () => {
  it('is asked here completely', () => {
    expect(Object.keys(ASKED).sort()).toEqual(anybodys.map(([id]) => id).sort());
  });

  it.each(Object.keys(ASKED) as OperationId[])('%s tells nothing private', async (operation) => {
    const path = ASKED[operation]?.() ?? '';
    for (const url of [path, `${path}${path.includes('?') ? '&' : '?'}crs=gcj02`]) {
      const answer = await system.fetch(url);
      const text = `${JSON.stringify([...answer.headers])}${await answer.text()}`;
      for (const [what, secret] of secrets) expect(text.includes(secret), `${what} in ${url}`).toBe(false);
    }
  });

  it('holds the place that has all of it', async () => {
    const texts = await Promise.all(
      (['getTile', 'listPlaces', 'listNearbyPlaces', 'getPlace', 'exportPlacesCsv'] as const).map(
        async (id) => (await system.fetch(ASKED[id]?.() ?? '')).text(),
      ),
    );
    for (const text of texts) expect(text).toContain('五号茶馆');
  });

  it('shows an error without repeating what somebody sent', async () => {
    const answer = await system.fetch('/v1/sessions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: `${PRIVATE.phone}x`, carrier: 'token', phone: PRIVATE.phone }),
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).not.toContain(PRIVATE.phone);
  });
});
