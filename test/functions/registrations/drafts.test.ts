import { ulid } from 'ulid';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decryptFor } from '../../../functions/store/person-key.ts';
import { createPhotoItem, finishPhoto } from '../../../functions/store/photo-writes.ts';
import { registrationOperations } from '../../../functions/store/registration-operations.ts';
import { findRegistration } from '../../../functions/store/registrations.ts';
import { savePlaces } from '../../../functions/store/save-places.ts';
import { saveSubdistrict } from '../../../functions/store/save-subdistrict.ts';
import { transactInTurn } from '../../../functions/store/transact.ts';
import type { OwnRegistration, Registration } from '../../../shared/registration/registration.ts';
import { askAs, draftOf, getAs, nextShop, refusalOf } from '../../support/registration-desk.ts';
import { samplePlace } from '../../support/sample-place.ts';
import { sampleSubdistrict } from '../../support/sample-subdistrict.ts';
import { type SignedInPerson, signedIn } from '../../support/signed-in.ts';

let merchant: SignedInPerson;
const change = { by: 'command:test', at: '2026-11-01T00:00:00.000Z', reason: 'test' };

beforeAll(async () => {
  await saveSubdistrict(sampleSubdistrict());
});

// Nobody begins more than ten registrations an hour.
beforeEach(async () => {
  merchant = await signedIn();
});

const begin = (body: object = { kind: 'new' }) => getAs(merchant, 'createRegistration', { body });
const save = ({ id, version }: OwnRegistration, body: object) =>
  getAs(merchant, 'saveDraft', { id, version, body });
const readyPhoto = async (owner: string): Promise<string> => {
  const id = ulid();
  await createPhotoItem({
    id,
    owner,
    state: 'uploading',
    check: 'pass',
    createdAt: new Date().toISOString(),
  });
  await finishPhoto({ id, owner }, { width: 800, height: 600 });
  return id;
};

describe('a draft', () => {
  it('is one of at most fifty of a person, and an open one is found all the same', async () => {
    const at = '2026-11-20T00:00:00.000Z';
    const drafts = Array.from(
      { length: 50 },
      (): Registration => ({
        id: ulid(),
        kind: 'new',
        state: 'draft',
        applicant: merchant.person.id,
        application: {},
        illustrative: false,
        createdAt: at,
        updatedAt: at,
        version: 1,
      }),
    );
    await transactInTurn(drafts.flatMap((after) => registrationOperations({ after }, ulid)));
    const refused = await refusalOf(merchant, 'createRegistration', { body: { kind: 'new' } });
    expect([refused.status, refused.code]).toEqual([409, 'limit_reached']);
    const [first] = drafts as [Registration];
    await getAs(merchant, 'withdrawRegistration', { id: first.id, version: 1 });
    expect(await begin()).toMatchObject({ state: 'draft' });
  });

  it('begins empty and says what is missing', async () => {
    const draft = await begin();
    expect(draft).toMatchObject({ kind: 'new', state: 'draft', application: {}, contact: {}, version: 1 });
    expect(draft.missing).toContain('contactPhone');
    expect(draft.actions).toEqual(['edit', 'submit', 'withdraw']);
  });

  it('keeps what is saved field by field, and gives up what is null', async () => {
    const first = await begin();
    const second = await save(first, { name: '宜德饭堂', nameEn: 'Yide', note: '周日店休' });
    const third = await save(second, { nameEn: null, address: '定西路 1 号' });
    expect(third.application).toEqual({ name: '宜德饭堂', note: '周日店休', address: '定西路 1 号' });
    expect(third.version).toBe(3);
  });

  it('is saved by its newest version only', async () => {
    const draft = await begin();
    await save(draft, { name: '甲' });
    const late = await askAs(merchant, 'saveDraft', { id: draft.id, version: 1, body: { name: '乙' } });
    expect(late.status).toBe(412);
    const without = await askAs(merchant, 'saveDraft', { id: draft.id, body: { name: '乙' } });
    expect(without.status).toBe(428);
  });

  it('holds whom to call encrypted, and shows it to nobody', async () => {
    const draft = await save(await begin(), { contactName: '王小敏' });
    expect(draft.contact).toEqual({ nameMasked: '王**' });
    const whole = await save(draft, { contactPhone: '13812345678' });
    expect(whole.contact).toEqual({ nameMasked: '王**', phoneMasked: '138****5678' });
    const stored = (await findRegistration(draft.id))!;
    expect(JSON.stringify(stored)).not.toContain('13812345678');
    expect(await decryptFor(merchant.person.id, stored.contact!.encrypted)).toContain('13812345678');
    expect((await save(whole, { contactName: null })).contact).toEqual({ phoneMasked: '138****5678' });
  });

  it('writes a licence code as it should be written', async () => {
    const draft = await save(await begin(), { licenceCode: ' 9131 0105-ma1fw00002 ' });
    expect(draft.application.licenceCode).toBe('91310105MA1FW00002');
    const short = { id: draft.id, version: draft.version, body: { licenceCode: '9131' } };
    expect(await refusalOf(merchant, 'saveDraft', short)).toMatchObject({
      code: 'invalid_request',
      fields: ['licenceCode: 18 letters and digits'],
    });
  });

  it('finds its subdistrict by the converted position and keeps the numbers as they were picked', async () => {
    // In GCJ-02 this lies east of the border at 121.43; in WGS-84 it lies west of it.
    const picked = { crs: 'gcj02', position: [121.4334, 31.22] };
    const draft = await save(await begin(), { position: picked });
    expect(draft.application.position).toEqual(picked);
    expect(draft.subdistrict).toBe('310105001');
    expect((await save(draft, { position: { ...picked, crs: 'wgs84' } })).subdistrict).toBeUndefined();
  });

  it('says that a position lies in no subdistrict, or not in China at all', async () => {
    const draft = await draftOf(merchant, {
      ...nextShop(),
      position: { crs: 'wgs84', position: [116.4, 39.9] },
    });
    expect(draft.missing).toEqual(['position']);
    const submit = { id: draft.id, version: draft.version, body: {} };
    expect(await refusalOf(merchant, 'submitRegistration', submit)).toMatchObject({
      status: 422,
      code: 'application_incomplete',
      fields: ['position: outside_subdistrict'],
    });
    const paris = { ...submit, body: { position: { crs: 'wgs84', position: [2.35, 48.85] } } };
    expect(await refusalOf(merchant, 'saveDraft', paris)).toMatchObject({
      code: 'position_outside_china',
      fields: ['position: outside China'],
    });
  });

  it('takes pictures of one’s own that are ready, and no others', async () => {
    const stranger = await signedIn();
    const draft = await begin();
    const [own, foreign] = [await readyPhoto(merchant.person.id), await readyPhoto(stranger.person.id)];
    for (const id of [foreign, ulid()]) {
      const photos = { id: draft.id, version: draft.version, body: { photos: [own, id] } };
      expect((await refusalOf(merchant, 'saveDraft', photos)).code).toBe('invalid_request');
    }
    const saved = await save(draft, { photos: [own, own] });
    expect(saved.application.photos).toEqual([own]);
    expect(saved.photos).toMatchObject([{ id: own, state: 'ready' }]);
    expect(saved.photos[0]).not.toHaveProperty('owner');
  });

  it('notes the moment of a promise itself, and keeps the first', async () => {
    const consent = { version: '2026-11', acceptedAt: '2001-01-01T00:00:00.000Z' };
    const draft = await save(await begin(), { consent });
    const { acceptedAt } = draft.application.consent!;
    expect(Date.now() - Date.parse(acceptedAt)).toBeLessThan(60_000);
    expect((await save(draft, { consent })).application.consent!.acceptedAt).toBe(acceptedAt);
  });
});

describe('the draft of a place', () => {
  it('of a claim is filled with what the place says, once for each person', async () => {
    const place = samplePlace({ name: '爱心驿站', phone: '021-52345678' });
    await savePlaces([{ after: place, change }], { newId: ulid });
    const claim = await begin({ kind: 'claim', place: place.id });
    expect(claim).toMatchObject({
      kind: 'claim',
      place: place.id,
      subdistrict: '310105001',
      application: { name: '爱心驿站', publicPhone: '021-52345678', schedule: place.schedule },
    });
    expect(claim.missing).toEqual(['licenceCode', 'consent', 'contactName', 'contactPhone']);
    expect((await begin({ kind: 'claim', place: place.id })).id).toBe(claim.id);
  });

  it('of a change holds what needs a review, and takes nothing else', async () => {
    const place = samplePlace({ owner: merchant.person.id });
    await savePlaces([{ after: place, change }], { newId: ulid });
    const draft = await begin({ kind: 'change', place: place.id });
    expect(Object.keys(draft.application).sort()).toEqual(['address', 'category', 'name', 'position']);
    expect(draft.missing).toEqual([]);
    const live = { id: draft.id, version: draft.version, body: { amenities: [] } };
    expect((await refusalOf(merchant, 'saveDraft', live)).fields).toEqual([
      'amenities: the owner changes this without a review',
    ]);
    const unchanged = { id: draft.id, version: draft.version, body: {} };
    expect((await refusalOf(merchant, 'submitRegistration', unchanged)).fields).toEqual(['name: unchanged']);
  });

  it('stays in its subdistrict, where an import put it just outside as well', async () => {
    const place = samplePlace({ position: [121.3985, 31.22] });
    await savePlaces([{ after: place, change }], { newId: ulid });
    const draft = await begin({ kind: 'claim', place: place.id });
    const nudged = await save(draft, { position: { crs: 'wgs84', position: [121.3985, 31.22] } });
    expect(nudged.subdistrict).toBe('310105001');
    const away = await save(nudged, { position: { crs: 'wgs84', position: [121.3984, 31.22] } });
    expect(away.missing).toContain('position');
    expect(
      (await save(away, { position: { crs: 'wgs84', position: [121.41, 31.22] } })).missing,
    ).not.toContain('position');
  });

  it('is refused for what belongs to another, is not on the map, or is not there', async () => {
    const owned = samplePlace({ owner: ulid() });
    const retired = samplePlace({ state: 'retired' });
    await savePlaces(
      [owned, retired].map((after) => ({ after, change })),
      { newId: ulid },
    );
    const refused = async (kind: string, place: string) =>
      (await refusalOf(merchant, 'createRegistration', { body: { kind, place } })).code;
    expect(await refused('claim', owned.id)).toBe('conflict');
    expect(await refused('change', owned.id)).toBe('not_found');
    expect(await refused('claim', retired.id)).toBe('not_found');
    expect(await refused('claim', ulid())).toBe('not_found');
  });
});
