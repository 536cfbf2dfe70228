import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { findPlaceIdOfLicence } from '../../../functions/store/licences.ts';
import { findPlace } from '../../../functions/store/places.ts';
import { findRegistration } from '../../../functions/store/registrations.ts';
import { saveSubdistrict } from '../../../functions/store/save-subdistrict.ts';
import { listSubdistricts } from '../../../functions/store/subdistricts.ts';
import { type Moment, startEngineProxy } from '../../support/engine-proxy.ts';
import { nextShop, reviewerOf, submittedOf } from '../../support/registration-desk.ts';
import { sampleSubdistrict } from '../../support/sample-subdistrict.ts';
import { signedIn } from '../../support/signed-in.ts';
import { itemsOf, itemsUnder } from '../../support/stored-items.ts';

const SHOPS = 8;
const APPLICANTS = 1;
/** The transaction of a process, and the side of it, at which the process is killed. */
const KILLS: Moment[] = [
  { transaction: 1, when: 'before' },
  { transaction: 1, when: 'after' },
  { transaction: 2, when: 'before' },
  { transaction: 3, when: 'before' },
];

const ids: string[] = [];

beforeAll(async () => {
  await saveSubdistrict(sampleSubdistrict());
  for (let applicant = 0; applicant < APPLICANTS; applicant++) {
    const merchant = await signedIn();
    for (let shop = 0; shop < SHOPS / APPLICANTS; shop++)
      ids.push((await submittedOf(merchant, nextShop())).id);
  }
});

/** Approves in a process of its own, which is killed or comes to its end; resolves to what ended it. */
const approve = async (waiting: readonly string[], kill?: Moment): Promise<string | null> => {
  const { headers } = await reviewerOf();
  const given = JSON.stringify({ headers, ids: waiting });
  const { DYNAMODB_ENDPOINT: engine = '' } = process.env;
  const proxy = await startEngineProxy(engine, ({ transaction, when }) => {
    const isTime = transaction === kill?.transaction && when === kill.when;
    if (isTime) child.kill('SIGKILL');
    return isTime;
  });
  const script = join(import.meta.dirname, '../../support/approve-in-a-loop.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, given], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DYNAMODB_ENDPOINT: proxy.endpoint },
  });
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  proxy.close();
  return signal;
};

const changesOf = async (partition: string) =>
  (await itemsOf(partition)).filter((item) => item.SK!.S!.startsWith('CHANGE#'));

/** Whether a registration and everything that belongs to it tell one story; its state. */
const stateOf = async (id: string, messages: readonly string[]): Promise<string> => {
  const registration = (await findRegistration(id))!;
  const { state, applicant, application, place: placeId } = registration;
  const told = messages.filter((message) => message.includes(id));
  const open = await itemsOf(`UNIQUE#open-licence#${application.licenceCode}`);
  const history = (await changesOf(`REGISTRATION#${id}`)).map((item) => item.reason!.S);
  const licensed = await findPlaceIdOfLicence(application.licenceCode!);
  if (state === 'submitted') {
    expect([placeId, licensed, told.length, open.length]).toEqual([undefined, undefined, 0, 1]);
    expect(history).toEqual(['registration_submitted']);
    return state;
  }
  expect(state).toBe('approved');
  expect([licensed, told.length, open.length]).toEqual([placeId, 1, 0]);
  expect(history).toEqual(['registration_submitted', 'registration_approved']);
  expect(await findPlace(placeId!)).toMatchObject({ state: 'published', owner: applicant, version: 1 });
  expect(await changesOf(`PLACE#${placeId}`)).toHaveLength(1);
  return state;
};

const check = async (): Promise<string[]> => {
  const messages = (await itemsUnder('MESSAGE#')).map((item) => item.message!.S!);
  const states = await Promise.all(ids.map((id) => stateOf(id, messages)));
  const approved = states.filter((state) => state === 'approved').length;
  const places = (await itemsUnder('PLACE#')).filter((item) => item.SK!.S === 'PLACE');
  expect(places).toHaveLength(approved);
  expect(await itemsUnder('OUTBOX#')).toHaveLength(messages.length);
  const [subdistrict] = await listSubdistricts();
  expect(subdistrict?.counts.merchant).toBe(approved);
  return ids.filter((_, index) => states[index] === 'submitted');
};

describe('a process that is killed while it approves', () => {
  it('leaves no half-approved shop, and the next one goes on', async () => {
    let waiting = await check();
    expect(waiting).toHaveLength(SHOPS);
    for (const kill of KILLS) {
      expect(await approve(waiting, kill)).toBe('SIGKILL');
      waiting = await check();
    }
    expect(await approve(waiting)).toBeNull();
    expect(await check()).toEqual([]);
  }, 120_000);
});
