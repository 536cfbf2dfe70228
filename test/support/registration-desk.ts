import { ulid } from 'ulid';
import { handler } from '../../functions/registrations/index.ts';
import { findPendingChanges } from '../../functions/store/pending-changes.ts';
import {
  changeForReviewOperations,
  findRegistration,
  type NewChange,
} from '../../functions/store/registrations.ts';
import { savePlaces } from '../../functions/store/save-places.ts';
import { transact } from '../../functions/store/transact.ts';
import type { OperationId } from '../../shared/api/paths.ts';
import type { Problem } from '../../shared/api/problem.ts';
import type { Place } from '../../shared/place/place.ts';
import type { Case } from '../../shared/registration/case.ts';
import type { OwnRegistration, Registration } from '../../shared/registration/registration.ts';
import { askFunction } from './ask-function.ts';
import { sampleApplication } from './register-shop.ts';
import { samplePlace } from './sample-place.ts';
import { type SignedInPerson, signedIn } from './signed-in.ts';

const ask = askFunction(handler);

export type Asked = {
  id?: string;
  version?: number;
  body?: unknown;
  query?: Record<string, string>;
  code?: string;
  key?: string;
};

/** Asks the context of registrations in somebody's name. */
export const askAs = async (
  { headers }: Pick<SignedInPerson, 'headers'>,
  operation: OperationId,
  { id, version, body, query = {}, code, key }: Asked = {},
) => {
  const { status = 500, ...answer } = await ask(operation, {
    params: { ...(id !== undefined && { id }), ...(code !== undefined && { code }) },
    query,
    headers: {
      ...headers,
      ...(version !== undefined && { 'if-match': `"${version}"` }),
      ...(key !== undefined && { 'idempotency-key': key }),
    },
    ...(body !== undefined && { body }),
  });
  return { status, ...answer };
};

/** As `askAs`, and its answer. Throws what was answered instead of a success. */
export const getAs = async <Answer = OwnRegistration>(
  who: Pick<SignedInPerson, 'headers'>,
  operation: OperationId,
  asked: Asked = {},
): Promise<Answer> => {
  const answer = await askAs(who, operation, asked);
  if (answer.status >= 300) throw new Error(`${operation}: ${answer.status} ${answer.body}`);
  return answer.json<Answer>();
};

/** What was answered in place of a success. */
export const refusalOf = async (...asked: Parameters<typeof askAs>) => {
  const answer = await askAs(...asked);
  if (answer.status < 300) throw new Error(`${asked[1]} was not refused: ${answer.body}`);
  const { code, fields = [], places = [] } = answer.json<Problem>();
  return {
    status: answer.status,
    code,
    fields: fields.map(({ field, message }) => `${field}: ${message}`),
    places,
  };
};

let shops = 0;

/** Each shop stands 300 m from the last and has a licence of its own, so that no two are taken for one. */
export const nextShop = (name = '宜德饭堂') => {
  const number = shops++;
  return {
    ...sampleApplication(name),
    licenceCode: `91310105MA1F${String(number).padStart(6, '0')}`,
    position: {
      crs: 'wgs84',
      position: [121.402 + (number % 9) * 0.003, 31.202 + Math.floor(number / 9) * 0.003] as [number, number],
    },
  };
};

/** A draft of a new shop with all that is needed. */
export const draftOf = async (
  applicant: SignedInPerson,
  shop: Record<string, unknown> = nextShop(),
): Promise<OwnRegistration> => {
  const { id, version } = await getAs(applicant, 'createRegistration', { body: { kind: 'new' } });
  return getAs(applicant, 'saveDraft', { id, version, body: shop });
};

/** A shop that waits for its review. */
export const submittedOf = async (
  applicant: SignedInPerson,
  shop: Record<string, unknown> = nextShop(),
): Promise<OwnRegistration> => {
  const { id, version } = await draftOf(applicant, shop);
  return getAs(applicant, 'submitRegistration', { id, version, body: {} });
};

export const reviewerOf = (subdistrict = '310105001', grids?: string[]): Promise<SignedInPerson> =>
  signedIn({ role: 'reviewer', subdistrict, ...(grids && { grids }) });

/** A place that stands on the map already. */
export const onMap = async (given: Partial<Place>): Promise<Place> => {
  const place = samplePlace(given);
  const change = { by: 'command:test', at: '2026-11-01T00:00:00.000Z', reason: 'test' };
  await savePlaces([{ after: place, change }], { newId: ulid });
  return place;
};

/** A claim of a place that waits for its review. */
export const claimedBy = async (
  applicant: SignedInPerson,
  place: Place,
  more: Record<string, unknown> = {},
): Promise<OwnRegistration> => {
  const { licenceCode, consent, contactName, contactPhone } = nextShop();
  const draft = await getAs(applicant, 'createRegistration', { body: { kind: 'claim', place: place.id } });
  const body = { licenceCode, consent, contactName, contactPhone, ...more };
  const { id, version } = await getAs(applicant, 'saveDraft', { ...draft, body });
  return getAs(applicant, 'submitRegistration', { id, version, body: {} });
};

/** A change by its owner that waits for its review. */
export const changeForReview = async (change: NewChange): Promise<Registration> => {
  await transact(changeForReviewOperations(change, { now: new Date(), newId: ulid }));
  const id = (await findPendingChanges([change.place.id])).get(change.place.id) ?? '';
  return (await findRegistration(id))!;
};

/** A decision about a case as it is now. */
export const decideAs = async (
  reviewer: Pick<SignedInPerson, 'headers'>,
  id: string,
  body: object,
): Promise<Case> => {
  const { version } = await getAs<Case>(reviewer, 'getCase', { id });
  return getAs<Case>(reviewer, 'decideCase', { id, version, body });
};

/** Approves a registration as it is now. */
export const approveAs = (reviewer: Pick<SignedInPerson, 'headers'>, id: string): Promise<Case> =>
  decideAs(reviewer, id, { outcome: 'approved' });
