import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OWN_PAGE } from '../../shared/api/client.ts';
import type { OperationId } from '../../shared/api/paths.ts';
import { routes } from '../../shared/api/routes.ts';
import { approveShop, type SignedInFetch, submitShop } from '../support/register-shop.ts';
import { startSystem, type TestSystem } from '../support/system.ts';

/** Every kind of caller there is. `elsewhere` holds the same roles in another subdistrict than what is asked for. */
const ACTORS = [
  'anonymous',
  'rider',
  'owner',
  'steward',
  'grid_staff',
  'reviewer',
  'planner',
  'subdistrict_admin',
  'system_admin',
  'grid_staff elsewhere',
  'reviewer elsewhere',
  'subdistrict_admin elsewhere',
] as const;
type Actor = (typeof ACTORS)[number];

/** In the order of the actors: `.` lets in, the rest are statuses: 1 for 401, 3 for 403, 4 for 404. */
const EVERYBODY = '............';
const SIGNED_IN = '1...........';
const OWNER = '14.444444444';
const STAFF = '1333..3..333';
const REVIEWERS = '13333.3..333';
const PLANNERS = '133333...333';
/** Who plans elsewhere is not told that it is there. */
const PLANNERS_OF_STORED = '133333...334';
const ADMINS = '1333333..333';
/** What concerns no subdistrict. */
const ADMINS_ANYWHERE = '1333333..33.';

/** What is expected, written down by hand and not read off the route table. */
const EXPECTED: Record<OperationId, string> = {
  getTile: EVERYBODY,
  listPlaces: EVERYBODY,
  listNearbyPlaces: EVERYBODY,
  getPlace: EVERYBODY,
  exportPlacesGeojson: EVERYBODY,
  exportPlacesCsv: EVERYBODY,
  getCatalog: EVERYBODY,
  listSubdistricts: EVERYBODY,
  getHealth: EVERYBODY,
  getOpenapi: EVERYBODY,

  createSession: EVERYBODY,
  createWebSignIn: EVERYBODY,
  pollWebSignIn: EVERYBODY,
  redeemTicket: EVERYBODY,
  getWebSignIn: SIGNED_IN,
  answerWebSignIn: SIGNED_IN,
  createTicket: SIGNED_IN,
  getMe: SIGNED_IN,
  updateMe: SIGNED_IN,
  exportMe: SIGNED_IN,
  setMyPhone: SIGNED_IN,
  addSubscriptions: SIGNED_IN,
  listMessages: SIGNED_IN,
  readMessages: SIGNED_IN,
  findMember: ADMINS_ANYWHERE,
  listGrants: ADMINS,
  createGrant: ADMINS,
  deleteGrant: ADMINS,

  // Whoever cannot sign as WeChat does is refused, whoever they are here.
  verifyPush: '333333333333',
  receivePush: EVERYBODY,
  listParkedNotifications: ADMINS,
  retryNotification: ADMINS,

  createPhoto: SIGNED_IN,
  completePhoto: OWNER,
  deletePhoto: OWNER,
  getPhotoImage: '44.4..4..444',

  listMyRegistrations: SIGNED_IN,
  createRegistration: SIGNED_IN,
  getRegistration: OWNER,
  saveDraft: OWNER,
  listSuspects: OWNER,
  submitRegistration: OWNER,
  withdrawRegistration: OWNER,
  listCases: REVIEWERS,
  getCase: REVIEWERS,
  claimCase: REVIEWERS,
  releaseCase: REVIEWERS,
  decideCase: REVIEWERS,
  undoDecision: REVIEWERS,
  getReasonTemplates: REVIEWERS,
  saveReasonTemplates: REVIEWERS,

  listMyPlaces: SIGNED_IN,
  getMyPlace: OWNER,
  updateMyPlace: OWNER,
  pauseMyPlace: OWNER,
  resumeMyPlace: OWNER,
  confirmMyPlace: OWNER,
  leaveMap: OWNER,
  offerHandOver: OWNER,
  acceptHandOver: SIGNED_IN,
  confirmPlace: EVERYBODY,
  listPlaceRecords: STAFF,
  getPlaceRecord: STAFF,
  createPlace: STAFF,
  updatePlace: STAFF,
  suspendPlace: STAFF,
  resumePlace: STAFF,
  retirePlace: STAFF,
  mergePlace: STAFF,
  verifyPlace: STAFF,
  listPlaceChanges: STAFF,
  restorePlace: STAFF,
  listWork: STAFF,
  settleConfirmations: STAFF,
  listChanges: REVIEWERS,
  importRows: STAFF,
  exportPlacesXlsx: STAFF,

  listAreas: PLANNERS,
  importAreas: PLANNERS,
  importPeople: PLANNERS,
  listBuildings: PLANNERS,
  importBuildings: PLANNERS,
  getStandards: PLANNERS,
  saveStandards: PLANNERS,
  getCoverage: PLANNERS,
  getGaps: PLANNERS,
  exportCoverage: PLANNERS,
  proposeSites: PLANNERS,
  listScenarios: PLANNERS,
  createScenario: PLANNERS,
  getScenario: PLANNERS_OF_STORED,
  saveScenario: PLANNERS_OF_STORED,
  deleteScenario: PLANNERS_OF_STORED,
  getNetwork: PLANNERS,

  // These two end the session that calls them: last.
  endSession: SIGNED_IN,
  deleteMe: SIGNED_IN,
};

const HERE = '310105001';
const ELSEWHERE = '310109016';
/** A version that nothing has: who is let in changes nothing and hears 412. */
const NO_VERSION = '"999999"';

let system: TestSystem;
const callers = new Map<Actor, SignedInFetch>();
const ids = { place: '', registration: '', photo: '', grant: '', parked: '', scenario: '' };

/** What each operation is asked, about what is kept in 华阳路街道. */
const REQUESTS: Partial<
  Record<OperationId, { params?: Record<string, string>; query?: Record<string, string>; body?: unknown }>
> = {};

beforeAll(async () => {
  system = await startSystem();
  const { fetch: owner, personId } = await system.signIn('demo-merchant');
  const { fetch: reviewer } = await system.signIn('demo-reviewer');
  await signEverybodyIn();
  ids.photo = await uploadPhoto(owner);
  ids.place = await approveShop(reviewer, (await submitShop(owner, '一号面馆')).id);
  const waiting = { licenceCode: '91310105MA1FW00015', photos: [ids.photo] };
  ids.registration = (await submitShop(owner, '二号裁缝铺', waiting)).id;
  ids.grant = await someGrant();
  ids.parked = await parkMessage(personId);
  ids.scenario = await someScenario();
  describeRequests();
}, 120_000);

afterAll(() => system.close());

async function signEverybodyIn(): Promise<void> {
  callers.set('anonymous', system.fetch);
  callers.set('rider', (await system.signIn('demo-rider')).fetch);
  callers.set('owner', (await system.signIn('demo-merchant')).fetch);
  for (const role of ['steward', 'grid_staff', 'reviewer', 'planner', 'subdistrict_admin', 'system_admin']) {
    callers.set(role as Actor, await signInWith(role, HERE));
  }
  for (const role of ['grid_staff', 'reviewer', 'subdistrict_admin']) {
    callers.set(`${role} elsewhere` as Actor, await signInWith(role, ELSEWHERE));
  }
}

/** A person made for one role, with a token as the operator's command prints it. */
async function signInWith(role: string, subdistrict: string): Promise<SignedInFetch> {
  const where = role === 'system_admin' ? [] : ['--subdistrict', subdistrict];
  const { code, stdout, stderr } = await system.run('token', '--role', role, ...where);
  if (code !== 0) throw new Error(stderr);
  const token = stdout.trim().split(/\s+/).at(-1);
  return (path, init) =>
    system.fetch(path, { ...init, headers: { ...init?.headers, authorization: `Bearer ${token}` } });
}

async function uploadPhoto(owner: SignedInFetch): Promise<string> {
  const { png } = await import('../support/png.ts');
  const bytes = png(64, 48);
  const created = await owner('/v1/photos', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ contentType: 'image/png', bytes: bytes.length }),
  });
  const { photo, upload } = (await created.json()) as {
    photo: { id: string };
    upload: { url: string; fields: Record<string, string> };
  };
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
  form.append('file', new Blob([bytes], { type: 'image/png' }));
  await fetch(upload.url, { method: 'POST', body: form });
  const completed = await owner(`/v1/photos/${photo.id}/complete`, { method: 'POST' });
  if (!completed.ok) throw new Error(await completed.text());
  return photo.id;
}

/** A message that WeChat would not take, as the notifier leaves it. */
async function parkMessage(person: string): Promise<string> {
  const id = '01H000000000000000000PARK0';
  const at = new Date().toISOString();
  const message = { id, kind: 'place_resumed', values: { name: '一号面馆' }, at };
  await system.client.send(
    new PutItemCommand({
      TableName: system.tableName,
      Item: {
        PK: { S: `OUTBOX#${id}` },
        SK: { S: 'OUTBOX' },
        GSI2PK: { S: `SUB#${HERE}#outbox#parked` },
        GSI2SK: { S: at },
        person: { S: person },
        subdistrict: { S: HERE },
        message: { S: JSON.stringify(message) },
        attempts: { N: '6' },
        lastError: { S: '43108' },
      },
    }),
  );
  return id;
}

async function someGrant(): Promise<string> {
  const admin = callers.get('system_admin') as SignedInFetch;
  const listed = await admin(`/v1/grants?subdistrict=${HERE}`);
  const { grants } = (await listed.json()) as { grants: { id: string; role: string }[] };
  return grants.find(({ role }) => role === 'planner')?.id ?? '';
}

async function someScenario(): Promise<string> {
  const planner = callers.get('planner') as SignedInFetch;
  const made = await planner(`/v1/subdistricts/${HERE}/coverage/scenarios`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: '方案', changes: [] }),
  });
  return ((await made.json()) as { id: string }).id;
}

function describeRequests(): void {
  const place = { params: { id: ids.place } };
  const registration = { params: { id: ids.registration } };
  const photo = { params: { id: ids.photo } };
  const here = { query: { subdistrict: HERE } };
  const ofHere = { params: { code: HERE } };
  const none = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
  Object.assign(REQUESTS, {
    getTile: { params: { x: '13720', y: '6693' } },
    listPlaces: here,
    listNearbyPlaces: { query: { lng: '121.415', lat: '31.219' } },
    getPlace: place,
    exportPlacesGeojson: here,
    exportPlacesCsv: here,
    createSession: { body: { code: 'no-such-code', carrier: 'token' } },
    createWebSignIn: { body: { page: 'staff' } },
    pollWebSignIn: { body: { deviceCode: 'no-such-code' } },
    redeemTicket: { body: { ticket: 'no-such-ticket' } },
    getWebSignIn: { params: { code: 'no-such-code' } },
    answerWebSignIn: { params: { code: 'no-such-code' }, body: { approve: false } },
    updateMe: { body: { language: 'zh' } },
    setMyPhone: { body: { code: 'no-such-code' } },
    addSubscriptions: { body: { accepted: ['template'] } },
    readMessages: { body: { upTo: none } },
    findMember: { params: { memberCode: 'ABCD2345' } },
    listGrants: here,
    createGrant: { body: { person: none, role: 'planner', subdistrict: HERE } },
    deleteGrant: { params: { id: ids.grant } },
    verifyPush: {
      query: { timestamp: '1', nonce: 'n', signature: '0'.repeat(40), echostr: 'echo' },
    },
    receivePush: {
      query: { timestamp: '1', nonce: 'n', msg_signature: '0'.repeat(40), encrypt_type: 'aes' },
      body: {},
    },
    listParkedNotifications: here,
    retryNotification: { params: { id: ids.parked } },
    createPhoto: { body: { contentType: 'image/png', bytes: 100 } },
    completePhoto: photo,
    deletePhoto: photo,
    getPhotoImage: { params: { id: ids.photo, size: 'thumbnail' } },
    createRegistration: { body: { kind: 'new' } },
    getRegistration: registration,
    saveDraft: { ...registration, body: { note: '您好' } },
    listSuspects: registration,
    submitRegistration: { ...registration, body: {} },
    withdrawRegistration: registration,
    listCases: here,
    getCase: registration,
    claimCase: registration,
    releaseCase: registration,
    decideCase: { ...registration, body: { outcome: 'rejected', reason: '材料不全' } },
    undoDecision: registration,
    getReasonTemplates: ofHere,
    saveReasonTemplates: { ...ofHere, body: { templates: [] } },
    getMyPlace: place,
    updateMyPlace: { ...place, body: { phone: '021-55550100' } },
    pauseMyPlace: { ...place, body: { reason: '盘点', until: '2027-01-01T00:00:00Z' } },
    resumeMyPlace: place,
    confirmMyPlace: place,
    leaveMap: { ...place, body: { reason: '搬走' } },
    offerHandOver: place,
    acceptHandOver: { body: { code: '0123456789AB' } },
    confirmPlace: { ...place, body: { kind: 'still_there' } },
    listPlaceRecords: here,
    getPlaceRecord: place,
    createPlace: {
      body: {
        subdistrict: HERE,
        name: '新设的站',
        address: '定西路 9 号',
        category: 'care_point',
        position: { crs: 'wgs84', position: [121.4185, 31.2185] },
        amenities: [],
        illustrative: false,
        source: { name: '街道' },
      },
    },
    updatePlace: { ...place, body: { address: '定西路 10 号' } },
    suspendPlace: { ...place, body: { reason: '修路' } },
    resumePlace: place,
    retirePlace: { ...place, body: { reason: '关门' } },
    mergePlace: { ...place, body: { into: none } },
    verifyPlace: place,
    listPlaceChanges: place,
    restorePlace: { ...place, body: { change: none } },
    listWork: here,
    settleConfirmations: { ...place, body: { outcome: 'checked' } },
    listChanges: { query: { subdistrict: HERE, month: '202611' } },
    importRows: {
      body: {
        subdistrict: HERE,
        crs: 'wgs84',
        header: ['name'],
        rows: [{ line: 2, cells: ['无名'] }],
        isDryRun: true,
      },
    },
    exportPlacesXlsx: here,
    listAreas: ofHere,
    importAreas: {
      ...ofHere,
      body: {
        kind: 'grid',
        crs: 'wgs84',
        source: { name: '街道', date: '2026-11-01', illustrative: false },
        collection: { type: 'FeatureCollection', features: [] },
        isDryRun: true,
      },
    },
    importPeople: {
      ...ofHere,
      body: {
        kind: 'grid',
        source: { name: '街道', date: '2026-11-01', illustrative: false },
        header: ['code', 'residents'],
        rows: [{ line: 2, cells: ['1', '1'] }],
        isDryRun: true,
      },
    },
    listBuildings: ofHere,
    importBuildings: {
      ...ofHere,
      body: {
        crs: 'wgs84',
        source: { name: '街道', date: '2026-11-01', illustrative: false },
        collection: { type: 'FeatureCollection', features: [] },
        isDryRun: true,
      },
    },
    getStandards: ofHere,
    saveStandards: { ...ofHere, body: { standards: [] } },
    getCoverage: { ...ofHere, query: { class: 'canteen' } },
    getGaps: { ...ofHere, query: { class: 'canteen' } },
    exportCoverage: ofHere,
    proposeSites: { ...ofHere, body: { class: 'canteen', count: 1 } },
    listScenarios: ofHere,
    createScenario: { ...ofHere, body: { name: '方案', changes: [] } },
    getScenario: { params: { id: ids.scenario } },
    saveScenario: { params: { id: ids.scenario }, body: { name: '方案', changes: [] } },
    deleteScenario: { params: { id: ids.scenario } },
    getNetwork: ofHere,
  });
}

async function statusOf(operation: OperationId, actor: Actor): Promise<number> {
  const [method, template] = routes[operation].key.split(' ') as [string, string];
  const { params = {}, query = {}, body } = REQUESTS[operation] ?? {};
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
  const search = new URLSearchParams(query).toString();
  const caller = callers.get(actor) as SignedInFetch;
  const answer = await caller(search ? `${path}?${search}` : path, {
    method,
    headers: {
      ...OWN_PAGE,
      'if-match': NO_VERSION,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const isJson = answer.headers.get('content-type')?.startsWith('application/json');
  const text = await answer.text();
  if (answer.ok && isJson) {
    const { error } = routes[operation].response.safeParse(JSON.parse(text));
    if (error) misshapen.push(`${operation}: ${error.message}`);
  }
  return answer.status;
}

/** Answers that are not what the route table promises. */
const misshapen: string[] = [];

/** What a caller hears, in the letters of the expectation: let in is whatever is neither 401, 403 nor a lost thing. */
function letterOf(status: number, expected: string): string {
  if (status >= 500) return `(${status})`;
  if (status === 401) return '1';
  if (status === 403) return '3';
  // A thing that is not there is no refusal, unless it is there and another's.
  return status === 404 && expected === '4' ? '4' : '.';
}

describe('every route, called as everybody', () => {
  it('has a written expectation for every caller', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual(Object.keys(routes).sort());
    for (const letters of Object.values(EXPECTED)) expect(letters).toHaveLength(ACTORS.length);
  });

  it.each(Object.keys(EXPECTED) as OperationId[])(
    '%s lets in exactly whom it should, and answers what it promises',
    async (operation) => {
      const letters = EXPECTED[operation];
      // The session of one before is not that of another.
      if (operation === 'deleteMe') await signEverybodyIn();
      const heard: string[] = [];
      // From the last to the first: who may take something away comes after those who may not.
      for (const actor of ACTORS.toReversed()) {
        const letter = letters[ACTORS.indexOf(actor)] as string;
        heard.unshift(letterOf(await statusOf(operation, actor), letter));
      }
      expect(misshapen).toEqual([]);
      expect(`${operation} ${heard.join('')}`).toBe(`${operation} ${letters}`);
    },
  );
});
