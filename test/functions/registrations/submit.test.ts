import { ulid } from 'ulid';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listCasesIn } from '../../../functions/store/cases.ts';
import { holdLicence } from '../../../functions/store/licences.ts';
import { findPendingChanges } from '../../../functions/store/pending-changes.ts';
import { saveSubdistrict } from '../../../functions/store/save-subdistrict.ts';
import { transact } from '../../../functions/store/transact.ts';
import type { Place } from '../../../shared/place/place.ts';
import type { Case, Suspect } from '../../../shared/registration/case.ts';
import { dueOnOf } from '../../../shared/registration/due-on.ts';
import type { OwnRegistration } from '../../../shared/registration/registration.ts';
import { wechat } from '../../support/own-table.ts';
import {
  changeForReview,
  draftOf,
  getAs,
  nextShop,
  onMap,
  refusalOf,
  reviewerOf,
  submittedOf,
} from '../../support/registration-desk.ts';
import { sampleSubdistrict } from '../../support/sample-subdistrict.ts';
import { type SignedInPerson, signedIn } from '../../support/signed-in.ts';

let merchant: SignedInPerson;
let reviewer: SignedInPerson;

beforeAll(async () => {
  await saveSubdistrict(sampleSubdistrict());
  reviewer = await reviewerOf();
});

beforeEach(async () => {
  merchant = await signedIn();
});

const licensed = async (licenceCode: string): Promise<Place> => {
  const place = await onMap({ name: '老店', licenceCode, owner: ulid(), position: [121.41, 31.23] });
  await transact([holdLicence(licenceCode, place.id)]);
  return place;
};
const submit = ({ id, version }: OwnRegistration, body: object = {}) => ({ id, version, body });

describe('handing in', () => {
  it('puts a complete application into the queue, with its due day and what the machine found', async () => {
    const registration = await submittedOf(merchant);
    expect(registration).toMatchObject({ state: 'submitted', missing: [], actions: ['withdraw'] });
    expect(registration.dueOn).toBe(dueOnOf(new Date(registration.submittedAt!)));
    const queued = (await listCasesIn('310105001', 'submitted')).find(({ id }) => id === registration.id);
    expect(queued?.checks).toMatchObject({ photos: 'pass' });
    expect(queued?.checks?.text).toBeDefined();
  });

  it('names every field that is missing', async () => {
    const draft = await draftOf(merchant, { name: '宜德饭堂', amenities: [] });
    const refusal = await refusalOf(merchant, 'submitRegistration', submit(draft));
    expect(refusal).toMatchObject({ status: 422, code: 'application_incomplete' });
    expect(refusal.fields).toContain('amenities: no_offer');
    expect(refusal.fields).toContain('contactPhone: missing');
  });

  it('takes a licence whose check digit is wrong, and flags it', async () => {
    const registration = await submittedOf(merchant, { ...nextShop(), licenceCode: '91350100M000100Y44' });
    const seen = await getAs<Case>(reviewer, 'getCase', { id: registration.id });
    expect(seen.checks?.licence).toBe('check_digit_wrong');
  });

  it('is possible again after changes were asked for, keeping what was right', async () => {
    const registration = await submittedOf(merchant);
    const { version } = await getAs<Case>(reviewer, 'getCase', { id: registration.id });
    const body = { outcome: 'needs_changes', reason: '请补英文店名', fields: ['nameEn'] };
    await getAs(reviewer, 'decideCase', { id: registration.id, version, body });
    const asked = await getAs(merchant, 'getRegistration', { id: registration.id });
    expect(asked.decision).toMatchObject({
      outcome: 'needs_changes',
      reason: '请补英文店名',
      fields: ['nameEn'],
    });
    expect(asked.actions).toEqual(['edit', 'submit', 'withdraw']);
    const saved = await getAs(merchant, 'saveDraft', {
      id: asked.id,
      version: asked.version,
      body: { nameEn: 'Yide' },
    });
    const again = await getAs(merchant, 'submitRegistration', submit(saved));
    expect(again.state).toBe('submitted');
    expect(again.application).toEqual({ ...registration.application, nameEn: 'Yide' });
  });

  it('is over when it is taken back: the licence is free for another application', async () => {
    const shop = nextShop();
    const registration = await submittedOf(merchant, shop);
    const owner = await signedIn();
    const other = await draftOf(owner, { ...nextShop('别家'), licenceCode: shop.licenceCode });
    expect((await refusalOf(owner, 'submitRegistration', submit(other))).code).toBe('licence_registered');
    const taken = await getAs(merchant, 'withdrawRegistration', registration);
    expect(taken).toMatchObject({ state: 'withdrawn', actions: [] });
    expect((await refusalOf(merchant, 'submitRegistration', submit(taken))).code).toBe('wrong_state');
    expect((await getAs(owner, 'submitRegistration', submit(other))).state).toBe('submitted');
  });
});

describe('a double', () => {
  it('by licence is refused, whatever the applicant says, and shows the place that has it', async () => {
    const { licenceCode } = nextShop();
    const place = await licensed(licenceCode);
    const draft = await draftOf(merchant, { ...nextShop('新店'), licenceCode });
    expect(
      await refusalOf(merchant, 'submitRegistration', submit(draft, { notADouble: true })),
    ).toMatchObject({
      status: 409,
      code: 'licence_registered',
      places: [place.id],
    });
    const { suspects } = await getAs<{ suspects: Suspect[] }>(merchant, 'listSuspects', { id: draft.id });
    expect(suspects).toMatchObject([{ sameLicence: true, similarity: 1, claimable: false }]);
  });

  it('by licence with another open application is refused too, of two at once as well', async () => {
    const { licenceCode } = nextShop();
    const others = await Promise.all([signedIn(), signedIn()]);
    const drafts = await Promise.all(
      others.map((other, index) => draftOf(other, { ...nextShop(`分店${index}甲乙丙丁`), licenceCode })),
    );
    const answers = await Promise.allSettled(
      drafts.map((draft, index) => getAs(others[index]!, 'submitRegistration', submit(draft))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = answers.find((answer) => answer.status === 'rejected') as PromiseRejectedResult;
    expect(String(refused.reason)).toContain('licence_registered');
  });

  it('by name and place is told with what it may be, until the applicant rules it out', async () => {
    const shop = nextShop('裕园小馆');
    const place = await onMap({ name: '豫园小館', position: shop.position.position });
    const draft = await draftOf(merchant, shop);
    expect(await refusalOf(merchant, 'submitRegistration', submit(draft))).toMatchObject({
      code: 'possible_double',
      places: [place.id],
    });
    const { suspects } = await getAs<{ suspects: Suspect[] }>(merchant, 'listSuspects', { id: draft.id });
    expect(suspects).toMatchObject([{ sameLicence: false, distanceMeters: 0, claimable: true }]);
    const submitted = await getAs(merchant, 'submitRegistration', submit(draft, { notADouble: true }));
    expect(submitted.state).toBe('submitted');
    const seen = await getAs<Case>(reviewer, 'getCase', { id: draft.id });
    expect(seen.suspects.map((suspect) => suspect.place.id)).toEqual([place.id]);
  });

  it('is no neighbour with another name, and no namesake further away', async () => {
    const shop = nextShop('兰州拉面馆店');
    await onMap({ name: '暖新巢虹桥站', position: shop.position.position });
    const [lng, lat] = shop.position.position;
    await onMap({ name: '兰州拉面馆店', position: [lng, lat + 0.00095] });
    expect((await submittedOf(merchant, shop)).state).toBe('submitted');
  });

  it('has to be ruled out again once the shop moves', async () => {
    const [here, there] = [nextShop('宜家小吃铺'), nextShop()];
    await onMap({ name: '宜家小吃铺', position: here.position.position });
    await onMap({ name: '宜家小吃铺', position: there.position.position });
    const draft = await draftOf(merchant, here);
    const submitted = await getAs(merchant, 'submitRegistration', submit(draft, { notADouble: true }));
    const { version } = await getAs<Case>(reviewer, 'getCase', { id: submitted.id });
    const body = { outcome: 'needs_changes', reason: '位置' };
    await getAs(reviewer, 'decideCase', { id: submitted.id, version, body });
    const asked = await getAs(merchant, 'getRegistration', { id: submitted.id });
    const moved = await getAs(merchant, 'saveDraft', { ...asked, body: { position: there.position } });
    expect((await refusalOf(merchant, 'submitRegistration', submit(moved))).code).toBe('possible_double');
  });
});

describe('a change of a place', () => {
  it('waits alone: a second one is refused until the first is decided or withdrawn', async () => {
    const place = await onMap({ name: '旧名', owner: merchant.person.id, position: [121.4011, 31.2301] });
    const first = await changeForReview({
      place,
      applicant: merchant.person.id,
      fields: { pledge: '随便坐' },
      checks: { text: 'review', photos: 'pass' },
    });
    expect((await findPendingChanges([place.id])).get(place.id)).toBe(first.id);
    const same = await getAs(merchant, 'createRegistration', { body: { kind: 'change', place: place.id } });
    expect(same.id).toBe(first.id);
    const again = changeForReview({
      place,
      applicant: merchant.person.id,
      fields: {},
      checks: { text: 'review', photos: 'pass' },
    });
    await expect(again).rejects.toMatchObject({ code: 'conflict' });
    await getAs(merchant, 'withdrawRegistration', first);
    expect((await findPendingChanges([place.id])).get(place.id)).toBeUndefined();
  });
});

describe('the machine', () => {
  it.each([
    ['违规招牌', 'risky'],
    ['可疑招牌', 'review'],
  ])('sends %s to a person with what it says, and publishes nothing', async (name, says) => {
    wechat.state.seenAt.set(merchant.person.openid, Date.now());
    const registration = await submittedOf(merchant, nextShop(name));
    expect(registration.state).toBe('submitted');
    const { checks } = await getAs<Case>(reviewer, 'getCase', { id: registration.id });
    expect(checks?.text).toBe(says);
  });

  it('that does not answer stops nobody, and is shown as silent', async () => {
    wechat.state.seenAt.set(merchant.person.openid, Date.now());
    wechat.setNext('msgSecCheck', { errcode: -1 }, { errcode: -1 }, { errcode: -1 }, { errcode: -1 });
    const registration = await submittedOf(merchant);
    const { checks } = await getAs<Case>(reviewer, 'getCase', { id: registration.id });
    expect(checks?.text).toBe('failed');
  });
});
