import { describe, expect, it } from 'vitest';
import { run as grant } from '../../../functions/commands/grant.ts';
import { run as people } from '../../../functions/commands/people.ts';
import { run as token } from '../../../functions/commands/token.ts';
import { env } from '../../../functions/runtime/env.ts';
import { handler } from '../../../functions/sessions/index.ts';
import { listGrantsOfPerson, listGrantsOfSubdistrict } from '../../../functions/store/grants.ts';
import { findPersonByOpenid, updatePerson } from '../../../functions/store/persons.ts';
import type { Me } from '../../../shared/person/person.ts';
import { askFunction } from '../../support/ask-function.ts';
import { heard } from '../../support/heard.ts';

const HUAYANG = '310105001';
const ask = askFunction(handler);

const runHeard = async (command: typeof grant, ...args: string[]) => {
  const { lines, io } = heard();
  return { code: await command(args, io), ...lines };
};

const named = async (openid: string) => {
  const person = await findPersonByOpenid(openid);
  if (!person) throw new Error(`there is no ${openid}`);
  return person;
};

describe('the sample people', () => {
  it('are made once: what was changed or taken away since stays so', async () => {
    expect((await runHeard(people)).code).toBe(0);
    const reviewer = await named('demo-reviewer');
    expect(reviewer.nickname).toBe('审核员小林');
    await updatePerson(reviewer.id, { nickname: '林' });
    const taken = await runHeard(
      grant,
      ...['--member', reviewer.memberCode, '--role', 'reviewer', '--subdistrict', HUAYANG, '--take'],
    );
    expect(taken.code).toBe(0);
    const before = await listGrantsOfSubdistrict(HUAYANG);

    expect((await runHeard(people)).code).toBe(0);
    expect((await named('demo-reviewer')).nickname).toBe('林');
    expect(await listGrantsOfPerson(reviewer.id)).toEqual([]);
    expect(await listGrantsOfSubdistrict(HUAYANG)).toEqual(before);
  });
});

describe('the command grant', () => {
  it('makes the first system admin, and does not remove the last one', async () => {
    await runHeard(people);
    const { memberCode } = await named('demo-system-admin');
    const args = ['--member', memberCode.toLowerCase(), '--role', 'system_admin'];
    expect((await runHeard(grant, ...args)).stdout).toBe('系统管理员 现在是全部街道的系统管理员。\n');
    const refused = await runHeard(grant, ...args, '--take');
    expect([refused.code, refused.stderr]).toEqual([1, '最后一位管理员不能移除，请先交给别人。\n']);
  });

  it.each([
    [['--role', 'reviewer', '--subdistrict', HUAYANG], '--member is missing'],
    [['--member', 'ZZZZZZZZ', '--role', 'reviewer', '--subdistrict', HUAYANG], 'Nobody has the member code'],
    [['--member', 'ZZZZZZZZ', '--role', 'emperor', '--subdistrict', HUAYANG], '--role is missing'],
    [['--member', 'ZZZZZZZZ', '--role', 'reviewer', '--subdistrict', '31'], '--subdistrict is missing'],
  ])('says what is wrong with %j', async (args, sentence) => {
    const { code, stderr } = await runHeard(grant, ...args, '--lang', 'en');
    expect(code).toBe(1);
    expect(stderr).toContain(sentence);
  });

  it('refuses an admin of some grids, and a role of nowhere', async () => {
    await runHeard(people);
    const { memberCode } = await named('demo-rider');
    const give = (...more: string[]) => runHeard(grant, '--member', memberCode, '--lang', 'en', ...more);
    const admin = await give('--role', 'subdistrict_admin', '--subdistrict', HUAYANG, '--grids', '1');
    expect(admin.stderr).toContain('This role does not go with --grids as given.');
    expect((await give('--role', 'planner')).stderr).toContain('This role does not go with --subdistrict');
    expect((await give('--role', 'system_admin', '--subdistrict', HUAYANG)).code).toBe(1);
  });
});

describe('the command token', () => {
  it('prints a token that the sessions take, for the same sample person each time', async () => {
    const args = ['--role', 'grid_staff', '--subdistrict', HUAYANG, '--grids', '1,2'];
    const [one, other] = [await runHeard(token, ...args), await runHeard(token, ...args)];
    const of = async ({ stdout }: { stdout: string }) =>
      (await ask('getMe', { headers: { authorization: `Bearer ${stdout.trim()}` } })).json<Me>();
    expect((await of(one)).grants).toEqual([{ role: 'grid_staff', subdistrict: HUAYANG, grids: ['1', '2'] }]);
    expect((await of(one)).id).toBe((await of(other)).id);
  });

  it('is for an existing person where a member code is given, and for a rider where nothing is', async () => {
    await runHeard(people);
    const { id, memberCode } = await named('demo-rider');
    const { stdout } = await runHeard(token, '--member', memberCode);
    const me = await ask('getMe', { headers: { authorization: `Bearer ${stdout.trim()}` } });
    expect(me.json<Me>().id).toBe(id);
    expect((await runHeard(token)).code).toBe(0);
  });

  it.each([
    ['an engine elsewhere', { DYNAMODB_ENDPOINT: 'https://dynamodb.ap-east-1.amazonaws.com' }],
    ['no engine at all', { DYNAMODB_ENDPOINT: undefined }],
    ['no secrets of its own', { SECRETS_FILE: undefined }],
  ])('refuses %s, and so do the sample people', async (_, changed) => {
    const before = { DYNAMODB_ENDPOINT: env.DYNAMODB_ENDPOINT, SECRETS_FILE: env.SECRETS_FILE };
    Object.assign(env, changed);
    const { code, stdout, stderr } = await runHeard(token);
    const refused = await runHeard(people);
    Object.assign(env, before);
    expect([code, stdout, refused.code]).toEqual([1, '', 1]);
    expect(stderr).toContain('令牌只发给本机的安装');
  });
});
