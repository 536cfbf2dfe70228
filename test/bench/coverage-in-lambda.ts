import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Context } from 'aws-lambda';
import { ulid } from 'ulid';
import { contextBundle } from '../../infra/bundle/functions.ts';
import { readLocalEnv, setEnvironment } from '../../infra/local/env.ts';
import { openInstallation } from '../../infra/local/installation.ts';
import { runCommand } from '../../infra/local/run-command.ts';
import { COVERAGE_CLASSES } from '../../shared/coverage/coverage-class.ts';
import { askFunction } from '../support/ask-function.ts';
import { engineMemoryRow, WIDE_OUTLINE } from './engine-memory.ts';
import { median, quantile, type Row, type Section } from './rows.ts';

const CODE = '310105001';
const WIDE_CODE = '310105002';
const WARM = 10;
const ROUNDS = 40;

/** They take turns: what one of them may ask in a minute is limited. */
const PLANNERS = 40;

/** The built planning function, event in, response out: one subdistrict, a request for each class. */
export const coverageInLambda = async (): Promise<Section> => {
  const folder = await mkdtemp(join(tmpdir(), 'nuanxin-bench-planning-'));
  // Other sections leave their own engine and table in the environment.
  const env = { ...readLocalEnv(), NUANXIN_DATA: folder, DYNAMODB_ENDPOINT: undefined, TABLE_NAME: 'bench' };
  const installation = await openInstallation(env);
  try {
    const { environment } = installation;
    await answerOf('seed', [], environment);
    const ask = planningFunction(environment);
    const rows = await measure(getterOf(ask, CODE, await tokensOf(CODE)));
    const outline = join(folder, 'wide.geojson');
    await writeFile(outline, JSON.stringify(WIDE_OUTLINE));
    const named = [
      '--name',
      '大街道',
      '--district',
      '长宁区',
      '--licence',
      'CC0-1.0',
      '--attribution',
      '示例',
    ];
    await answerOf('subdistrict', [outline, '--code', WIDE_CODE, ...named], environment);
    const getWide = getterOf(ask, WIDE_CODE, await tokensOf(WIDE_CODE));
    rows.push(await engineMemoryRow((query) => getWide('exportCoverage', query)));
    const note = `The seeded subdistrict, its areas and places; ${COVERAGE_CLASSES.length} classes one after the other, ${ROUNDS} rounds after ${WARM} to warm up. Every round asks with another detour factor: no field and no answer of an earlier one is of use. Memory: all classes for every layer of a subdistrict of 9.5 by 10 km.`;
    return { title: 'Coverage through the planning function, warm', note, rows };
  } finally {
    await installation.close();
    await rm(folder, { recursive: true, force: true });
  }
};

type Ask = ReturnType<typeof askFunction>;

const planningFunction = (environment: Record<string, string>): Ask => {
  setEnvironment(environment);
  const file = contextBundle('planning');
  const { handler } = createRequire(file)(file) as { handler: Parameters<typeof askFunction>[0] };
  return askFunction((event) => handler(event, { getRemainingTimeInMillis: () => 15_000 } as Context));
};

type Get = (operation: 'getCoverage' | 'exportCoverage', query: Record<string, string>) => Promise<void>;

/** Tokens of so many planners; what belongs to the table is loaded once the environment names it. */
const tokensOf = async (code: string): Promise<string[]> => {
  const [{ signInPerson }, { giveGrant }, { secretValues }, { signSessionToken }] = await Promise.all([
    import('../../functions/store/sign-in-person.ts'),
    import('../../functions/store/change-grants.ts'),
    import('../../functions/runtime/secrets.ts'),
    import('../../functions/runtime/session-token.ts'),
  ]);
  const { sessionKeys } = await secretValues();
  const now = new Date();
  const newId = () => ulid();
  return Promise.all(
    Array.from({ length: PLANNERS }, async (_, index) => {
      const { person } = await signInPerson(`bench-${code}-${index}`, { now, newId });
      const change = { by: 'command:bench', at: now.toISOString(), reason: '' };
      await giveGrant({ role: 'planner', subdistrict: code, person: person.id }, change, newId);
      const session = { personId: person.id, tokenId: ulid(), signedInAt: now };
      return (await signSessionToken(session, sessionKeys, now)).token;
    }),
  );
};

const getterOf = (ask: Ask, code: string, tokens: readonly string[]): Get => {
  let asked = 0;
  return async (operation, query) => {
    const headers = { authorization: `Bearer ${tokens[asked++ % tokens.length]}` };
    const { status, body } = await ask(operation, { params: { code }, query, headers });
    if (status !== 200) throw new Error(`${operation}: ${status} ${body}`);
  };
};

const measure = async (get: Get): Promise<Row[]> => {
  const eachClass = async (detour: string): Promise<void> => {
    for (const name of COVERAGE_CLASSES) await get('getCoverage', { class: name, detour });
  };
  const detour = (first: number, index: number) => (first + index / 1000).toFixed(3);
  const anew = await timed((index) => eachClass(detour(1.2, index)));
  const kept = await timed(() => eachClass('1.900'));
  const workbook = await timed((index) => get('exportCoverage', { detour: detour(1.4, index) }));
  return [
    ...rowsOf('all classes, a request for each', anew, 100),
    ...rowsOf('the same, answers kept', kept),
    ...rowsOf('all classes in one request, as a workbook', workbook, 100),
  ];
};

const rowsOf = (what: string, { milliseconds, processor }: Timed, most?: number): Row[] => [
  { what: `${what}: median`, value: median(milliseconds), unit: 'ms', ...(most && { most }) },
  { what: `${what}: p95`, value: quantile(milliseconds, 0.95), unit: 'ms' },
  { what: `${what}: processor time, mean`, value: processor, unit: 'ms' },
];

type Timed = Awaited<ReturnType<typeof timed>>;

const timed = async (work: (index: number) => Promise<void>) => {
  for (let index = 0; index < WARM; index++) await work(index);
  const milliseconds: number[] = [];
  const used = process.cpuUsage();
  for (let index = WARM; index < WARM + ROUNDS; index++) {
    const begun = performance.now();
    await work(index);
    milliseconds.push(performance.now() - begun);
  }
  const { user, system } = process.cpuUsage(used);
  return { milliseconds, processor: (user + system) / 1000 / ROUNDS };
};

/** What a built command writes to its standard output. */
const answerOf = async (
  name: string,
  args: string[],
  environment: Record<string, string>,
): Promise<string> => {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const texts = Promise.all([text(stdout), text(stderr)]);
  const code = await runCommand(name, args, environment, { stdout, stderr });
  stdout.end();
  stderr.end();
  const [answer, complaint] = await texts;
  if (code !== 0) throw new Error(`${name} has failed: ${complaint}`);
  return answer;
};
