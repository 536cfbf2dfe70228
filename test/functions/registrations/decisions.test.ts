import { ulid } from 'ulid';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findPlaceIdOfLicence, holdLicence } from '../../../functions/store/licences.ts';
import { findPendingChanges } from '../../../functions/store/pending-changes.ts';
import { personKey } from '../../../functions/store/person-keys.ts';
import { photoUseOperations } from '../../../functions/store/photo-operations.ts';
import { createPhotoItem, finishPhoto } from '../../../functions/store/photo-writes.ts';
import { findPhotos } from '../../../functions/store/photos.ts';
import { findPlace } from '../../../functions/store/places.ts';
import { savePlaces } from '../../../functions/store/save-places.ts';
import { saveSubdistrict } from '../../../functions/store/save-subdistrict.ts';
import { listSubdistricts } from '../../../functions/store/subdistricts.ts';
import { listTileFeatures } from '../../../functions/store/tile-features.ts';
import { deletion, transact } from '../../../functions/store/transact.ts';
import { tileOf } from '../../../shared/geo/tile.ts';
import type { Case } from '../../../shared/registration/case.ts';
import {
  approveAs,
  changeForReview,
  claimedBy,
  decideAs,
  getAs,
  nextShop,
  onMap,
  refusalOf,
  reviewerOf,
  submittedOf,
} from '../../support/registration-desk.ts';
import { sampleSubdistrict } from '../../support/sample-subdistrict.ts';
import { type SignedInPerson, signedIn } from '../../support/signed-in.ts';
import { itemsOf, itemsUnder } from '../../support/stored-items.ts';

const HERE = '310105001';
let merchant: SignedInPerson;
let reviewer: SignedInPerson;
let colleague: SignedInPerson;
const change = { by: 'command:test', at: '2026-11-01T00:00:00.000Z', reason: 'test' };

beforeAll(async () => {
  await saveSubdistrict(sampleSubdistrict());
  [reviewer, colleague] = await Promise.all([reviewerOf(), reviewerOf()]);
});

beforeEach(async () => {
  merchant = await signedIn();
});

const seen = (id: string, who = reviewer) => getAs<Case>(who, 'getCase', { id });
const counts = async () =>
  (await listSubdistricts()).find(({ subdistrict }) => subdistrict.code === HERE)!.counts;
const told = async (person: string) =>
  (await itemsUnder('MESSAGE#'))
    .filter((item) => item.person?.S === person)
    .map((item) => JSON.parse(item.message!.S!));

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

describe('an approval', () => {
  it('puts the shop on the map with everything that belongs to it', async () => {
    const photo = await readyPhoto(merchant.person.id);
    const before = await counts();
    const shop = { ...nextShop(), photos: [photo] };
    const { id } = await submittedOf(merchant, shop);
    const approved = await approveAs(reviewer, id);
    const place = (await findPlace(approved.place!.id))!;
    expect(place).toMatchObject({ state: 'published', owner: merchant.person.id, photos: [{ id: photo }] });
    expect(await findPlaceIdOfLicence(shop.licenceCode)).toBe(place.id);
    const features = await listTileFeatures(tileOf(place.position));
    expect(features.map((feature) => feature.id)).toContain(place.id);
    expect((await counts()).merchant).toBe(before.merchant + 1);
    expect((await findPhotos([photo]))[0]?.place).toBe(place.id);
    const history = (await itemsOf(`REGISTRATION#${id}`)).filter((item) => item.SK!.S!.startsWith('CHANGE#'));
    expect(history.map((item) => item.reason!.S)).toEqual([
      'registration_submitted',
      'registration_approved',
    ]);
    expect(history[1]!.by!.S).toBe(`person:${reviewer.person.id}`);
    expect(JSON.stringify(history)).not.toContain('encrypted');
    const placeHistory = (await itemsOf(`PLACE#${place.id}`)).filter((item) =>
      item.SK!.S!.startsWith('CHANGE#'),
    );
    expect(placeHistory).toHaveLength(1);
    expect(await told(merchant.person.id)).toMatchObject([
      { kind: 'registration_approved', values: { name: '宜德饭堂' }, place: place.id, registration: id },
    ]);
    expect(await getAs(merchant, 'getRegistration', { id })).toMatchObject({
      state: 'approved',
      place: place.id,
      decision: { outcome: 'approved' },
      actions: [],
    });
  });

  it('of a claim gives the place its owner; of two claims the second is told', async () => {
    const place = await onMap({ name: '爱心驿站甲', position: [121.4051, 31.2341] });
    const pledge = { pledge: '欢迎进来' };
    const first = await claimedBy(merchant, place, pledge);
    const second = await claimedBy(await signedIn(), place, pledge);
    expect((await seen(first.id)).differences).toEqual([{ field: 'pledge', after: '欢迎进来' }]);
    await approveAs(reviewer, first.id);
    expect(await findPlace(place.id)).toMatchObject({
      owner: merchant.person.id,
      pledge: '欢迎进来',
      source: place.source,
      version: 2,
    });
    const late = { id: second.id, version: (await seen(second.id)).version, body: { outcome: 'approved' } };
    expect(await refusalOf(reviewer, 'decideCase', late)).toMatchObject({
      code: 'conflict',
      places: [place.id],
    });
  });

  it('of a change leaves alone what the owner has changed meanwhile; the old version is public until then', async () => {
    const place = await onMap({ name: '旧名字', owner: merchant.person.id, position: [121.4101, 31.2341] });
    const draft = await getAs(merchant, 'createRegistration', { body: { kind: 'change', place: place.id } });
    const saved = await getAs(merchant, 'saveDraft', { ...draft, body: { name: '新名字' } });
    await getAs(merchant, 'submitRegistration', { id: saved.id, version: saved.version, body: {} });
    expect((await findPlace(place.id))?.name).toBe('旧名字');
    const meanwhile = { ...place, phone: '021-61234567', version: 2 };
    await savePlaces([{ before: place, after: meanwhile, change }], { newId: ulid });
    expect((await seen(draft.id)).differences).toEqual([
      { field: 'name', before: '旧名字', after: '新名字' },
    ]);
    await approveAs(reviewer, draft.id);
    expect(await findPlace(place.id)).toMatchObject({ name: '新名字', phone: '021-61234567', version: 3 });
    expect((await findPendingChanges([place.id])).get(place.id)).toBeUndefined();
  });

  it('of pictures that the machine held back shows them beside those of the place', async () => {
    const [known, fresh] = [
      await readyPhoto((await signedIn()).person.id),
      await readyPhoto(merchant.person.id),
    ];
    const shown = { id: known, width: 800, height: 600 };
    const place = await onMap({
      name: '有图的店',
      owner: merchant.person.id,
      position: [121.4151, 31.2341],
      photos: [shown],
    });
    await transact(photoUseOperations(undefined, place));
    const fields = { photos: [fresh, known] };
    const checks = { text: 'pass', photos: 'review' } as const;
    const { id } = await changeForReview({ place, applicant: merchant.person.id, fields, checks });
    expect((await seen(id)).photos.map((photo) => photo.id)).toEqual([fresh, known]);
    await approveAs(reviewer, id);
    expect(await findPlace(place.id)).toMatchObject({
      name: '有图的店',
      photos: [{ id: fresh }, { id: known }],
    });
    expect((await findPhotos([fresh]))[0]?.place).toBe(place.id);
  });

  it('is refused where the applicant has deleted their account meanwhile', async () => {
    const { id } = await submittedOf(merchant);
    const { version } = await seen(id);
    await transact([deletion(personKey(merchant.person.id))]);
    const decision = { id, version, body: { outcome: 'approved' } };
    expect((await refusalOf(reviewer, 'decideCase', decision)).code).toBe('conflict');
  });

  it('is refused where the licence has come to another place meanwhile, and nothing of it happens', async () => {
    const shop = nextShop();
    const { id, version } = await submittedOf(merchant, shop);
    await transact([holdLicence(shop.licenceCode, ulid())]);
    const decision = { id, version, body: { outcome: 'approved' } };
    expect((await refusalOf(reviewer, 'decideCase', decision)).code).toBe('licence_registered');
    expect((await getAs(merchant, 'getRegistration', { id })).state).toBe('submitted');
  });
});

describe('taking a decision back', () => {
  const undo = async (id: string, who = reviewer) =>
    getAs<Case>(who, 'undoDecision', { id, version: (await seen(id, who)).version });

  it('takes a new shop off the map, frees its licence, and approves the same place again', async () => {
    const shop = nextShop();
    const { id } = await submittedOf(merchant, shop);
    const before = await counts();
    const placeId = (await approveAs(reviewer, id)).place!.id;
    expect(await undo(id)).toMatchObject({ state: 'submitted', claimedByMe: true });
    expect(await findPlace(placeId)).toMatchObject({ state: 'draft' });
    expect((await findPlace(placeId))?.owner).toBeUndefined();
    expect(await findPlaceIdOfLicence(shop.licenceCode)).toBeUndefined();
    expect(await counts()).toEqual(before);
    expect((await told(merchant.person.id)).map(({ kind }) => kind)).toContain('registration_reopened');
    const again = await approveAs(reviewer, id);
    expect(again.place!.id).toBe(placeId);
    expect(await findPlaceIdOfLicence(shop.licenceCode)).toBe(placeId);
    expect((await counts()).merchant).toBe(before.merchant + 1);
  });

  it('of a claim leaves the place without an owner, as it was before', async () => {
    const place = await onMap({ name: '爱心驿站乙', position: [121.4201, 31.2341] });
    const { id, application } = await claimedBy(merchant, place, { pledge: '欢迎进来' });
    await approveAs(reviewer, id);
    await undo(id);
    const { version, updatedAt, ...before } = place;
    expect(await findPlace(place.id)).toEqual({ ...before, version: 3, updatedAt: expect.any(String) });
    expect(await findPlaceIdOfLicence(application.licenceCode!)).toBeUndefined();
  });

  it('of a change brings the old name back, and the change waits again', async () => {
    const place = await onMap({ name: '原名', owner: merchant.person.id, position: [121.4251, 31.2341] });
    const checks = { text: 'pass', photos: 'pass' } as const;
    const { id } = await changeForReview({
      place,
      applicant: merchant.person.id,
      fields: { name: '改名' },
      checks,
    });
    await approveAs(reviewer, id);
    expect((await findPlace(place.id))?.name).toBe('改名');
    await undo(id);
    expect((await findPlace(place.id))?.name).toBe('原名');
    expect((await findPendingChanges([place.id])).get(place.id)).toBe(id);
  });

  it('is refused once the place was changed', async () => {
    const { id } = await submittedOf(merchant);
    const place = (await findPlace((await approveAs(reviewer, id)).place!.id))!;
    const after = { ...place, name: '改过的', version: place.version + 1 };
    await savePlaces([{ before: place, after, change }], { newId: ulid });
    const asked = { id, version: (await seen(id)).version };
    expect(await refusalOf(reviewer, 'undoDecision', asked)).toMatchObject({
      code: 'conflict',
      places: [place.id],
    });
  });

  it('puts a refused one back under review, by who refused it alone', async () => {
    const { id } = await submittedOf(merchant);
    await decideAs(reviewer, id, { outcome: 'rejected', reason: '看错了' });
    const asked = { id, version: (await seen(id)).version };
    expect((await refusalOf(colleague, 'undoDecision', asked)).code).toBe('forbidden');
    expect(await undo(id)).toMatchObject({ state: 'submitted' });
    const history = (await itemsOf(`REGISTRATION#${id}`)).filter((item) => item.SK!.S!.startsWith('CHANGE#'));
    expect(history.map((item) => item.reason!.S)).toEqual([
      'registration_submitted',
      '看错了',
      'decision_taken_back',
    ]);
  });

  it('is refused once the applicant has gone on', async () => {
    const { id } = await submittedOf(merchant);
    await decideAs(reviewer, id, { outcome: 'needs_changes', reason: '照片' });
    const asked = await getAs(merchant, 'getRegistration', { id });
    const saved = await getAs(merchant, 'saveDraft', { ...asked, body: { note: '补了' } });
    expect((await refusalOf(reviewer, 'undoDecision', saved)).code).toBe('conflict');
  });
});

describe('reasons', () => {
  it('are built in until a subdistrict writes its own, in order and by version', async () => {
    const first = await getAs<{ templates: unknown[]; version: number }>(reviewer, 'getReasonTemplates', {
      code: HERE,
    });
    expect(first.version).toBe(0);
    expect(first.templates.length).toBeGreaterThan(3);
    const own = { templates: [{ outcome: 'rejected', title: '重复', text: '已经有了' }] };
    const saved = await getAs<{ version: number }>(reviewer, 'saveReasonTemplates', {
      code: HERE,
      version: 0,
      body: own,
    });
    expect(saved).toEqual({ ...own, version: 1 });
    const long = { outcome: 'rejected', title: '长', text: '字'.repeat(500) };
    const many = { code: HERE, version: 1, body: { templates: Array.from({ length: 30 }, () => long) } };
    expect((await refusalOf(reviewer, 'saveReasonTemplates', many)).code).toBe('invalid_request');
    const late = { code: HERE, version: 0, body: { templates: [] } };
    expect((await refusalOf(colleague, 'saveReasonTemplates', late)).code).toBe('precondition_failed');
    const ofGrids = await reviewerOf(HERE, ['A']);
    expect(await getAs(ofGrids, 'getReasonTemplates', { code: HERE })).toEqual(saved);
    const theirs = { code: HERE, version: 1, body: { templates: [] } };
    expect((await refusalOf(ofGrids, 'saveReasonTemplates', theirs)).status).toBe(403);
    const elsewhere = await reviewerOf('310109016');
    expect((await refusalOf(elsewhere, 'getReasonTemplates', { code: HERE })).status).toBe(403);
  });
});
