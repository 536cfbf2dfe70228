import { setTimeout } from 'node:timers/promises';
import { ulid } from 'ulid';
import { beforeAll, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/photos/index.ts';
import { tableName } from '../../../functions/runtime/dynamo.ts';
import { deleteObjects, getObject, putObject } from '../../../functions/runtime/objects.ts';
import { findItems } from '../../../functions/store/find-items.ts';
import { personKey } from '../../../functions/store/person-keys.ts';
import { saveCheckAnswer, saveCheckTrace } from '../../../functions/store/photo-checks.ts';
import { newPhotoItem, placePhotoOf } from '../../../functions/store/photo-items.ts';
import { photoKey } from '../../../functions/store/photo-keys.ts';
import { imageKey, objectKeys } from '../../../functions/store/photo-objects.ts';
import { photoReviewOperations } from '../../../functions/store/photo-operations.ts';
import {
  bindUpload,
  createPhotoItem,
  deletePhotoItem,
  finishPhoto,
} from '../../../functions/store/photo-writes.ts';
import { findPhotos, listPhotosOf } from '../../../functions/store/photos.ts';
import { registrationOperations } from '../../../functions/store/registration-operations.ts';
import { saveTogether } from '../../../functions/store/save-together.ts';
import { deletion, transact, transactInTurn } from '../../../functions/store/transact.ts';
import { forgetUnusedPhotos } from '../../../functions/store/unused-photos.ts';
import type { PhotoUpload } from '../../../shared/api/photo-routes.ts';
import type { Problem } from '../../../shared/api/problem.ts';
import type { Photo, PlacePhoto } from '../../../shared/photo/photo.ts';
import type { Registration } from '../../../shared/registration/registration.ts';
import { askFunction } from '../../support/ask-function.ts';
import { wechat } from '../../support/own-table.ts';
import { GIF, HEIC, halves, jpeg, withExif } from '../../support/sample-pictures.ts';
import { samplePlace } from '../../support/sample-place.ts';
import { type SignedInPerson, signedIn } from '../../support/signed-in.ts';

const ask = askFunction(handler);
const HUAYANG = '310105001';
const change = { by: 'test', at: '2026-11-20T00:00:00.000Z', reason: 'test' };
let owner: SignedInPerson;
let other: SignedInPerson;
let reviewer: SignedInPerson;
let reviewerElsewhere: SignedInPerson;
let picture: Buffer;

beforeAll(async () => {
  [owner, other, reviewer, reviewerElsewhere] = await Promise.all([
    signedIn(),
    signedIn(),
    signedIn({ role: 'reviewer', subdistrict: HUAYANG }),
    signedIn({ role: 'reviewer', subdistrict: '310104004' }),
  ]);
  picture = withExif(await jpeg(halves(800, 600)), 6);
});

/** Who opened the mini-program lately: only of those does WeChat check anything. */
const opensTheMiniProgram = ({ person }: SignedInPerson) =>
  wechat.state.seenAt.set(person.openid, Date.now());

const create = async (by = owner, contentType = 'image/jpeg', bytes = picture.length) => {
  const answer = await ask('createPhoto', { headers: by.headers, body: { contentType, bytes } });
  expect(answer.status).toBe(201);
  return answer.json<PhotoUpload>();
};
const send = ({ upload }: PhotoUpload, bytes: Uint8Array, type = 'image/jpeg') => {
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(bytes)], { type }));
  return fetch(upload.url, { method: 'POST', body: form });
};
const complete = (id: string, by = owner) => ask('completePhoto', { headers: by.headers, params: { id } });
const upload = async (bytes: Uint8Array = picture, by = owner): Promise<Photo> => {
  const created = await create(by);
  expect((await send(created, bytes)).ok).toBe(true);
  const answer = await complete(created.photo.id, by);
  expect(answer.status).toBe(200);
  return answer.json<Photo>();
};
const look = (id: string, by?: SignedInPerson, size = 'full') =>
  ask('getPhotoImage', { params: { id, size }, ...(by && { headers: by.headers }) });
const seenBy = async (id: string) => ({
  everybody: (await look(id)).status,
  owner: (await look(id, owner)).status,
  other: (await look(id, other)).status,
  reviewer: (await look(id, reviewer)).status,
  elsewhere: (await look(id, reviewerElsewhere)).status,
});

describe('uploading a photo', () => {
  it('ends with an upright picture without EXIF and without its original', async () => {
    const photo = await upload();
    expect(photo).toMatchObject({ state: 'ready', width: 600, height: 800 });
    const image = await look(photo.id, owner);
    expect(image.headers['content-type']).toBe('image/jpeg');
    expect(Buffer.from(image.body, 'base64').includes('Exif')).toBe(false);
    expect(await getObject(`uploads/${photo.id}`, 1e7)).toBeUndefined();
    expect(Buffer.from((await look(photo.id, owner, 'thumbnail')).body, 'base64').length).toBeGreaterThan(
      300,
    );
  });

  it('refuses HEIC and whatever else is no picture of ours by its name', async () => {
    for (const contentType of ['image/heic', 'image/heif', 'image/gif', 'image/svg+xml', 'text/html']) {
      const answer = await ask('createPhoto', { headers: owner.headers, body: { contentType, bytes: 9 } });
      expect([answer.status, answer.json<Problem>().code]).toEqual([415, 'unsupported_photo']);
    }
  });

  it.each([
    ['HEIC', HEIC, 415],
    ['a GIF', GIF, 415],
    ['a picture that breaks off', () => picture.subarray(0, picture.length / 2), 422],
  ])(
    'refuses %s under the name of a JPEG, for good, and keeps nothing of it',
    async (_what, bytes, status) => {
      const created = await create();
      await send(created, typeof bytes === 'function' ? bytes() : bytes);
      expect((await complete(created.photo.id)).status).toBe(status);
      expect((await findPhotos([created.photo.id]))[0]?.state).toBe('refused');
      expect(await getObject(`uploads/${created.photo.id}`, 1e7)).toBeUndefined();
      expect((await complete(created.photo.id)).status).toBe(422);
    },
  );

  it('takes nothing larger than 10 MB, of another type or under another key', async () => {
    const created = await create();
    expect((await send(created, new Uint8Array(10 * 1024 * 1024 + 1))).ok).toBe(false);
    const otherType = structuredClone(created);
    otherType.upload.fields['Content-Type'] = 'text/html';
    expect((await send(otherType, picture)).ok).toBe(false);
    const otherKey = structuredClone(created);
    otherKey.upload.fields.key = 'photos/mine/full.jpg';
    expect((await send(otherKey, picture)).ok).toBe(false);
    expect((await complete(created.photo.id)).json<Problem>().code).toBe('wrong_state');
  });

  it('answers the same when it is completed again, twice at once too', async () => {
    const created = await create();
    await send(created, picture);
    const answers = await Promise.all([complete(created.photo.id), complete(created.photo.id)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const again = await complete(created.photo.id);
    expect(again.json<Photo>()).toMatchObject({ id: created.photo.id, state: 'ready', width: 600 });
  });

  it('is of the file that was read first, whatever is uploaded while that is written', async () => {
    const created = await create();
    // What a completion does before it begins to decode.
    expect(await bindUpload(created.photo.id, picture)).toBe(true);
    await send(created, await jpeg(halves(80, 60)));
    const swapped = await complete(created.photo.id);
    expect([swapped.status, swapped.json<Problem>().code]).toEqual([409, 'wrong_state']);
    expect((await look(created.photo.id, owner)).status).toBe(404);
    await send(created, picture);
    expect((await complete(created.photo.id)).json<Photo>()).toMatchObject({ state: 'ready', width: 600 });
  });

  it('leaves no bytes behind where it is deleted while it is written', async () => {
    const large = await jpeg(halves(4000, 3000));
    // Making it kept this process from hearing that the store has closed its idle connections.
    await setTimeout(50);
    const created = await create();
    await send(created, large);
    const { id } = created.photo;
    const completed = complete(id);
    // It has read the file and begins to decode it.
    while (!(await findItems([photoKey(id)]))[0]?.uploadHash);
    await deletePhotoItem(id);
    await deleteObjects(objectKeys(id));
    // Whichever of the two comes last: the completion finds nothing to complete, or the deletion takes what it wrote.
    expect([200, 404]).toContain((await completed).status);
    for (const key of objectKeys(id)) expect(await getObject(key, 1e7)).toBeUndefined();
  });

  it('lets nobody complete or delete what somebody else uploads', async () => {
    const created = await create();
    await send(created, picture);
    expect((await complete(created.photo.id, other)).status).toBe(404);
    const deleted = await ask('deletePhoto', { headers: other.headers, params: { id: created.photo.id } });
    expect(deleted.status).toBe(404);
  });
});

describe('the check of a photo', () => {
  it('is asked for, and waits for its answer', async () => {
    opensTheMiniProgram(other);
    const photo = await upload(picture, other);
    expect(photo.check).toBe('pending');
    expect(wechat.calls.at(-1)).toEqual({ name: 'mediaCheckAsync', errcode: 0 });
  });

  it('has failed where WeChat does not answer', async () => {
    expect((await upload()).check).toBe('failed');
  });

  it('is noted when the answer to a trace of ours comes, and of no other', async () => {
    const { id } = await upload();
    await saveCheckTrace('trace-1', id, new Date());
    expect(await saveCheckAnswer('trace-2', 'pass')).toBe(false);
    expect(await saveCheckAnswer('trace-1', 'risky')).toBe(true);
    expect((await findPhotos([id]))[0]?.check).toBe('risky');
  });
});

describe('a photo', () => {
  const shownBy = async (photo: Photo, more = {}) => {
    const place = samplePlace({ photos: [placePhotoOf(photo) as PlacePhoto], ...more });
    await saveTogether([{ after: place, change }], { newId: ulid });
    return place;
  };

  it('is its owner’s alone until it is sent in, then also of the staff of that subdistrict', async () => {
    const { id } = await upload();
    expect(await seenBy(id)).toEqual({
      everybody: 404,
      owner: 200,
      other: 404,
      reviewer: 404,
      elsewhere: 404,
    });
    await transact(photoReviewOperations([id], { subdistrict: HUAYANG }));
    expect(await seenBy(id)).toEqual({
      everybody: 404,
      owner: 200,
      other: 404,
      reviewer: 200,
      elsewhere: 404,
    });
    expect((await look(id, reviewer)).headers['cache-control']).toBe('private, no-store');
  });

  it('is everybody’s while a place on the map shows it, and kept by caches', async () => {
    const photo = await upload();
    const place = await shownBy(photo);
    const image = await look(photo.id);
    expect([image.status, image.headers['cache-control']]).toEqual([200, 'public, max-age=86400']);
    const after = { ...place, state: 'retired' as const, version: 2 };
    await saveTogether([{ before: place, after, change }], { newId: ulid });
    expect(await seenBy(photo.id)).toMatchObject({ everybody: 404, owner: 200, reviewer: 200 });
  });

  it('is hidden from everybody when the machine finds it risky', async () => {
    const photo = await upload();
    await shownBy(photo);
    await saveCheckTrace('trace-3', photo.id, new Date());
    await saveCheckAnswer('trace-3', 'risky');
    expect(await seenBy(photo.id)).toEqual({
      everybody: 404,
      owner: 200,
      other: 404,
      reviewer: 200,
      elsewhere: 404,
    });
  });

  it('cannot be deleted while it is shown, and is gone with both sizes afterwards', async () => {
    const photo = await upload();
    const place = await shownBy(photo);
    const remove = () => ask('deletePhoto', { headers: owner.headers, params: { id: photo.id } });
    expect((await remove()).json<Problem>().code).toBe('wrong_state');
    const { photos, ...without } = place;
    await saveTogether([{ before: place, after: { ...without, version: 2 }, change }], { newId: ulid });
    expect((await remove()).status).toBe(200);
    expect((await look(photo.id, owner)).status).toBe(404);
    expect(await getObject(`photos/${photo.id}/full.jpg`, 1e7)).toBeUndefined();
  });

  it('is shown by one place at most, and by none once it is gone', async () => {
    const photo = await upload();
    await shownBy(photo);
    await expect(shownBy(photo)).rejects.toMatchObject({ code: 'conflict' });
    await expect(shownBy({ ...photo, id: ulid() })).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('an account that is being deleted elsewhere, while its token is still known here', () => {
  const leaves = ({ person }: SignedInPerson) => transact([deletion(personKey(person.id))]);

  it('leaves no picture without an owner when one is begun', async () => {
    const who = await signedIn();
    await create(who);
    await leaves(who);
    const answer = await ask('createPhoto', {
      headers: who.headers,
      body: { contentType: 'image/jpeg', bytes: 9 },
    });
    expect(answer.status).toBe(404);
    expect(await listPhotosOf(who.person.id)).toHaveLength(1);
  });

  it('leaves no bytes when one is completed', async () => {
    const who = await signedIn();
    const created = await create(who);
    const { id } = created.photo;
    await send(created, picture);
    await leaves(who);
    expect((await complete(id, who)).status).toBe(404);
    for (const key of objectKeys(id)) expect(await getObject(key, 1e7), key).toBeUndefined();
    expect((await findPhotos([id]))[0]?.state).toBe('uploading');
  });
});

describe('pictures that nobody uses', () => {
  const NOW = new Date('2026-11-20T04:00:00.000Z');
  const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000).toISOString();
  const given = async (who: SignedInPerson, days: number): Promise<Photo & { owner: string }> => {
    const photo = {
      id: ulid(),
      state: 'uploading',
      check: 'pass',
      createdAt: daysAgo(days),
      owner: who.person.id,
    } as const;
    await createPhotoItem(photo);
    await finishPhoto(photo, { width: 40, height: 30 });
    await putObject(imageKey(photo.id, 'full'), Buffer.from('picture'), 'image/jpeg');
    return { ...photo, state: 'ready', width: 40, height: 30 };
  };
  const isThere = async ({ id }: Photo) => ({
    item: (await findPhotos([id])).length === 1,
    bytes: (await getObject(imageKey(id, 'full'), 100)) !== undefined,
  });
  const GONE = { item: false, bytes: false };
  const THERE = { item: true, bytes: true };

  it('are forgotten after thirty days, with their bytes, and completed or not', async () => {
    const who = await signedIn();
    const [old, young, unfinished] = [await given(who, 31), await given(who, 29), ulid()];
    await createPhotoItem({
      id: unfinished,
      state: 'uploading',
      check: 'pending',
      createdAt: daysAgo(31),
      owner: who.person.id,
    });
    await forgetUnusedPhotos(NOW);
    expect(await isThere(old)).toEqual(GONE);
    expect(await isThere(young)).toEqual(THERE);
    expect(await findPhotos([unfinished])).toEqual([]);
  });

  it('are not those that a place shows, from when it gives them up the days are counted', async () => {
    const photo = await given(await signedIn(), 90);
    const before = samplePlace({ photos: [placePhotoOf(photo) as PlacePhoto] });
    await saveTogether([{ after: before, change }], { newId: ulid });
    await forgetUnusedPhotos(NOW);
    expect(await isThere(photo)).toEqual(THERE);
    const after = { ...before, photos: [], version: before.version + 1, updatedAt: daysAgo(10) };
    await saveTogether([{ before, after, change }], { newId: ulid });
    await forgetUnusedPhotos(NOW);
    expect(await isThere(photo)).toEqual(THERE);
    await forgetUnusedPhotos(new Date(NOW.getTime() + 21 * 86_400_000));
    expect(await isThere(photo)).toEqual(GONE);
  });

  it('are not those of an open registration', async () => {
    const who = await signedIn();
    const photo = await given(who, 31);
    const registration = sampleDraft(who.person.id, { photos: [photo.id] });
    await transact(registrationOperations({ after: registration }, ulid));
    await forgetUnusedPhotos(NOW);
    expect(await isThere(photo)).toEqual(THERE);
  });

  it('are at most two hundred of one person, but for those of open registrations', async () => {
    const who = await signedIn();
    const ids = Array.from({ length: 200 }, () => ulid());
    await transactInTurn(
      ids.map((id) => ({
        item: {
          Put: {
            TableName: tableName,
            Item: newPhotoItem({
              id,
              state: 'ready',
              check: 'pass',
              createdAt: daysAgo(1),
              owner: who.person.id,
            }),
          },
        },
      })),
    );
    const body = { contentType: 'image/jpeg', bytes: 9 };
    const refused = await ask('createPhoto', { headers: who.headers, body });
    expect([refused.status, refused.json<Problem>().code]).toEqual([409, 'limit_reached']);
    const registration = sampleDraft(who.person.id, { photos: ids.slice(0, 1) });
    await transact(registrationOperations({ after: registration }, ulid));
    expect((await ask('createPhoto', { headers: who.headers, body })).status).toBe(201);
  });
});

const sampleDraft = (applicant: string, application: Registration['application']): Registration => ({
  id: ulid(),
  kind: 'new',
  state: 'draft',
  applicant,
  application,
  illustrative: false,
  createdAt: change.at,
  updatedAt: change.at,
  version: 1,
});
