import { ulid } from 'ulid';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findPlace } from '../../../functions/store/places.ts';
import { findRegistration } from '../../../functions/store/registrations.ts';
import { saveSubdistrict } from '../../../functions/store/save-subdistrict.ts';
import type { Case } from '../../../shared/registration/case.ts';
import type { OwnRegistration } from '../../../shared/registration/registration.ts';
import {
  approveAs,
  askAs,
  draftOf,
  getAs,
  nextShop,
  refusalOf,
  reviewerOf,
  submittedOf,
} from '../../support/registration-desk.ts';
import { sampleSubdistrict } from '../../support/sample-subdistrict.ts';
import { type SignedInPerson, signedIn } from '../../support/signed-in.ts';
import { itemsOf, itemsUnder } from '../../support/stored-items.ts';

let merchant: SignedInPerson;
let reviewers: SignedInPerson[];

beforeAll(async () => {
  await saveSubdistrict(sampleSubdistrict());
  reviewers = await Promise.all(Array.from({ length: 5 }, () => reviewerOf()));
});

beforeEach(async () => {
  merchant = await signedIn();
});

const placesOf = async (owner: string) =>
  (await itemsUnder('PLACE#')).filter((item) => item.SK!.S === 'PLACE' && item.place!.S!.includes(owner));
const decided = async (id: string) =>
  (await itemsOf(`REGISTRATION#${id}`)).filter((item) => item.SK!.S!.startsWith('CHANGE#')).length - 1;

describe('many at once', () => {
  it('of 100 approvals one wins and makes one place; the others are told', async () => {
    const { id, version } = await submittedOf(merchant);
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        askAs(reviewers[index % reviewers.length]!, 'decideCase', {
          id,
          version,
          body: { outcome: 'approved' },
        }),
      ),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 412)).toHaveLength(99);
    expect(await placesOf(merchant.person.id)).toHaveLength(1);
    expect(await decided(id)).toBe(1);
  }, 60_000);

  it('of two reviewers, one who approves and one who refuses, one wins and the other is told', async () => {
    for (let round = 0; round < 5; round++) {
      const { id, version } = await submittedOf(merchant);
      const [approval, refusal] = await Promise.all([
        askAs(reviewers[0]!, 'decideCase', { id, version, body: { outcome: 'approved' } }),
        askAs(reviewers[1]!, 'decideCase', {
          id,
          version,
          body: { outcome: 'rejected', reason: '无法核实' },
        }),
      ]);
      expect([approval!.status, refusal!.status].sort()).toEqual([200, 412]);
      const { state, place } = (await findRegistration(id))!;
      expect(state).toBe(approval!.status === 200 ? 'approved' : 'rejected');
      expect(place !== undefined).toBe(state === 'approved');
      expect(await decided(id)).toBe(1);
    }
  });

  it('of an approval and the applicant who takes it back, one wins', async () => {
    const { id, version } = await submittedOf(merchant);
    const answers = await Promise.all([
      askAs(reviewers[0]!, 'decideCase', { id, version, body: { outcome: 'approved' } }),
      askAs(merchant, 'withdrawRegistration', { id, version }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const { state } = (await findRegistration(id))!;
    expect(await placesOf(merchant.person.id)).toHaveLength(state === 'approved' ? 1 : 0);
  });
});

describe('what belongs to another', () => {
  it('is not there, in every operation of an applicant', async () => {
    const { id, version } = await draftOf(merchant);
    const stranger = await signedIn();
    const before = await findRegistration(id);
    for (const [operation, body] of [
      ['getRegistration', undefined],
      ['saveDraft', { name: '别人的' }],
      ['listSuspects', undefined],
      ['submitRegistration', {}],
      ['withdrawRegistration', undefined],
    ] as const) {
      const refusal = await refusalOf(stranger, operation, { id, version, ...(body && { body }) });
      expect([operation, refusal.status, refusal.code]).toEqual([operation, 404, 'not_found']);
    }
    expect(await findRegistration(id)).toEqual(before);
    const { registrations } = await getAs<{ registrations: OwnRegistration[] }>(
      stranger,
      'listMyRegistrations',
    );
    expect(registrations).toEqual([]);
  });

  it('is closed to whoever is no reviewer, in every operation of the review', async () => {
    const { id, version } = await submittedOf(merchant);
    const others = [merchant, await signedIn({ role: 'grid_staff', subdistrict: '310105001' })];
    for (const who of others) {
      for (const operation of [
        'getCase',
        'claimCase',
        'releaseCase',
        'decideCase',
        'undoDecision',
      ] as const) {
        expect((await refusalOf(who, operation, { id, version, body: {} })).status).toBe(403);
      }
    }
    const elsewhere = await reviewerOf('310109016');
    for (const operation of ['claimCase', 'releaseCase', 'undoDecision'] as const) {
      expect((await refusalOf(elsewhere, operation, { id, version })).status).toBe(403);
    }
    expect((await findRegistration(id))?.version).toBe(version);
  });
});

describe('a body', () => {
  it('cannot name what only the system decides', async () => {
    const { id, version } = await draftOf(merchant);
    for (const more of [
      { state: 'approved' },
      { applicant: ulid() },
      { subdistrict: '310109016' },
      { place: ulid() },
      { role: 'reviewer' },
      { checks: { text: 'pass' } },
      { contact: { encrypted: 'x' } },
      { version: 99 },
      { dueOn: '2020-01-01' },
    ]) {
      for (const operation of ['saveDraft', 'submitRegistration'] as const) {
        const refusal = await refusalOf(merchant, operation, { id, version, body: more });
        expect(refusal.code).toBe('invalid_request');
        expect(refusal.fields).toEqual([`${Object.keys(more)[0]}: unknown field`]);
      }
    }
    const begun = { body: { kind: 'new', state: 'approved', place: ulid() } };
    expect((await refusalOf(merchant, 'createRegistration', begun)).code).toBe('invalid_request');
    expect((await findRegistration(id))?.version).toBe(version);
  });

  it('may hold markup, which stays the text it is', async () => {
    const text = '<img src=x onerror=alert(1)>"\'&amp;</script>';
    const shop = { ...nextShop(text), address: text, pledge: text, note: text, access: { entrance: text } };
    const submitted = await submittedOf(merchant, shop);
    expect(submitted.application).toMatchObject({ name: text, pledge: text, access: { entrance: text } });
    const approved = await approveAs(reviewers[0]!, submitted.id);
    expect(approved.application.name).toBe(text);
    expect(await findPlace(approved.place!.id)).toMatchObject({ name: text, address: text, pledge: text });
  });

  it('cannot hold characters that nobody sees and something obeys', async () => {
    const { id, version } = await draftOf(merchant);
    for (const hidden of ['\u202e', '\u0000', '\u001b[31m']) {
      const body = { name: `店${hidden}` };
      expect((await refusalOf(merchant, 'saveDraft', { id, version, body })).code).toBe('invalid_request');
    }
  });
});

describe('an answer', () => {
  it('shows no number, no WeChat id and no secret to anybody', async () => {
    const { id } = await submittedOf(merchant);
    const list = await askAs(reviewers[0]!, 'listCases', { query: { subdistrict: '310105001' } });
    const one = await askAs(reviewers[0]!, 'getCase', { id });
    const own = await askAs(merchant, 'getRegistration', { id });
    for (const { body } of [list, one, own]) {
      for (const secret of ['13812345678', '王敏', merchant.person.openid, 'encrypted']) {
        expect(body).not.toContain(secret);
      }
    }
    expect(one.json<Case>().contact).toEqual({ nameMasked: '王*', phoneMasked: '138****5678' });
  });
});
