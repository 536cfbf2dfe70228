import { ulid } from 'ulid';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { registrationOperations } from '../../../functions/store/registration-operations.ts';
import { saveSubdistrict } from '../../../functions/store/save-subdistrict.ts';
import { transact } from '../../../functions/store/transact.ts';
import type { Case, CaseLine } from '../../../shared/registration/case.ts';
import {
  askAs,
  claimedBy,
  decideAs,
  draftOf,
  getAs,
  nextShop,
  onMap,
  refusalOf,
  reviewerOf,
  submittedOf,
} from '../../support/registration-desk.ts';
import { sampleRegistration } from '../../support/sample-registration.ts';
import { sampleSubdistrict } from '../../support/sample-subdistrict.ts';
import { type SignedInPerson, signedIn } from '../../support/signed-in.ts';

const HERE = '310105001';
let merchant: SignedInPerson;
let reviewer: SignedInPerson;
let colleague: SignedInPerson;

beforeAll(async () => {
  await saveSubdistrict(sampleSubdistrict());
  [reviewer, colleague] = await Promise.all([reviewerOf(), reviewerOf()]);
});

beforeEach(async () => {
  merchant = await signedIn();
});

const seen = (id: string, who = reviewer) => getAs<Case>(who, 'getCase', { id });

describe('the queue', () => {
  it('shows what waits, oldest due first, with its counts, and nobody else’s', async () => {
    const [a, b] = [await submittedOf(merchant), await submittedOf(merchant)];
    const list = await getAs<{ cases: CaseLine[]; counts: Record<string, number> }>(reviewer, 'listCases', {
      query: { subdistrict: HERE },
    });
    const ids = list.cases.map(({ id }) => id);
    expect(ids.indexOf(a.id)).toBeLessThan(ids.indexOf(b.id));
    expect(list.cases.find(({ id }) => id === a.id)).toMatchObject({
      name: '宜德饭堂',
      category: 'restaurant',
      workingDaysLeft: 5,
      claimedByMe: false,
    });
    expect(list.counts.open).toBe(list.cases.length);
    const elsewhere = await reviewerOf('310109016');
    const refused = await refusalOf(elsewhere, 'listCases', { query: { subdistrict: HERE } });
    expect(refused.status).toBe(403);
    expect((await refusalOf(elsewhere, 'getCase', { id: a.id })).status).toBe(403);
  });

  it('moves a case through its filters', async () => {
    const own = await reviewerOf();
    const { id } = await submittedOf(merchant);
    const shows = async (filter: string, who = own) =>
      (
        await getAs<{ cases: CaseLine[] }>(who, 'listCases', { query: { subdistrict: HERE, filter } })
      ).cases.some((line) => line.id === id);
    expect([await shows('unclaimed'), await shows('mine')]).toEqual([true, false]);
    await getAs(own, 'claimCase', await seen(id));
    expect([await shows('unclaimed'), await shows('mine'), await shows('mine', reviewer)]).toEqual([
      false,
      true,
      false,
    ]);
    await decideAs(own, id, { outcome: 'needs_changes', reason: '照片' });
    expect([await shows('open'), await shows('needs_changes')]).toEqual([false, true]);
  });

  it('comes in pages, without losing or repeating a case', async () => {
    const subdistrict = '310104004';
    const filed = Array.from({ length: 55 }, (_, index) =>
      sampleRegistration({
        subdistrict,
        kind: 'change',
        dueOn: `2026-12-${(index % 28) + 1}`.replace(/-(\d)$/, '-0$1'),
      }),
    );
    for (const after of filed) await transact(registrationOperations({ after }, ulid));
    const there = await reviewerOf(subdistrict);
    const read = async (cursor?: string) =>
      getAs<{ cases: CaseLine[]; next?: string }>(there, 'listCases', {
        query: { subdistrict, ...(cursor && { cursor }) },
      });
    const first = await read();
    const second = await read(first.next);
    const due = [...first.cases, ...second.cases].map(({ dueOn }) => dueOn!);
    expect([first.cases.length, second.cases.length, second.next]).toEqual([50, 5, undefined]);
    expect(new Set([...first.cases, ...second.cases].map(({ id }) => id)).size).toBe(55);
    expect(due).toEqual(due.toSorted());
  });

  it('takes no cursor that it did not answer', async () => {
    const asked = { query: { subdistrict: HERE, cursor: 'bm9uc2Vuc2U' } };
    expect((await refusalOf(reviewer, 'listCases', asked)).code).toBe('invalid_cursor');
  });

  it('shows a reviewer of some grids what lies in them, or in none that is known', async () => {
    const [mine, theirs] = [
      await onMap({ name: '一号站', grid: 'A', position: [121.4201, 31.2301] }),
      await onMap({ name: '二号点', grid: 'B', position: [121.4251, 31.2301] }),
    ];
    const [a, b] = [await claimedBy(merchant, mine), await claimedBy(merchant, theirs)];
    const gridReviewer = await reviewerOf(HERE, ['A']);
    const list = await getAs<{ cases: CaseLine[] }>(gridReviewer, 'listCases', {
      query: { subdistrict: HERE },
    });
    const ids = list.cases.map(({ id }) => id);
    expect(ids).toContain(a.id);
    expect(ids).not.toContain(b.id);
    expect((await refusalOf(gridReviewer, 'getCase', { id: b.id })).status).toBe(403);
    const decision = { id: b.id, version: b.version, body: { outcome: 'approved' } };
    expect((await refusalOf(gridReviewer, 'decideCase', decision)).status).toBe(403);
  });

  it('knows nothing of drafts', async () => {
    const draft = await draftOf(merchant);
    expect((await refusalOf(reviewer, 'getCase', { id: draft.id })).code).toBe('not_found');
  });
});

describe('a case', () => {
  it('shows the neighbours, the history of the applicant and what may be done, and no number', async () => {
    const shop = nextShop();
    const [lng, lat] = shop.position.position;
    const near = await onMap({ name: '隔壁药房', position: [lng, lat + 0.001] });
    const far = await onMap({ name: '远处', position: [lng, lat + 0.0028] });
    const first = await submittedOf(merchant);
    await decideAs(reviewer, first.id, { outcome: 'rejected', reason: '无法核实' });
    const { id } = await submittedOf(merchant, shop);
    const it = await askAs(reviewer, 'getCase', { id });
    const body = it.json<Case>();
    expect(it.headers.etag).toBe(`"${body.version}"`);
    expect(body.neighbours.map(({ place }) => place.id)).toContain(near.id);
    expect(body.neighbours.map(({ place }) => place.id)).not.toContain(far.id);
    expect(body.history).toMatchObject([{ id: first.id, state: 'rejected', reason: '无法核实' }]);
    expect(body.actions).toEqual(['claim', 'approve', 'request_changes', 'reject']);
    expect(it.body).not.toContain('13812345678');
    expect(it.body).not.toContain('encrypted');
    expect(it.body).not.toContain(merchant.person.openid);
  });

  it('is in one hand at a time', async () => {
    const { id } = await submittedOf(merchant);
    const { version } = await seen(id);
    const taken = await Promise.all(
      [reviewer, colleague].map((who) => askAs(who, 'claimCase', { id, version })),
    );
    expect(taken.map(({ status }) => status).sort()).not.toEqual([200, 200]);
    const winner = taken[0]?.status === 200 ? reviewer : colleague;
    const loser = winner === reviewer ? colleague : reviewer;
    const held = await seen(id, loser);
    expect(held).toMatchObject({ claimedByMe: false, actions: [], claimedBy: { id: winner.person.id } });
    const decision = { id, version: held.version, body: { outcome: 'approved' } };
    expect((await refusalOf(loser, 'decideCase', decision)).code).toBe('claimed_by_another');
    const released = await getAs<Case>(winner, 'releaseCase', held);
    expect(released.claimedBy).toBeUndefined();
    await decideAs(loser, id, { outcome: 'rejected', reason: '无法核实' });
  });

  it('is not decided by who filed it', async () => {
    const both = await reviewerOf();
    const { id, version } = await submittedOf(both);
    expect((await seen(id, both)).actions).toEqual([]);
    const decision = { id, version, body: { outcome: 'approved' } };
    expect((await refusalOf(both, 'decideCase', decision)).status).toBe(403);
  });
});
