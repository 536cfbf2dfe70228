import { ulid } from 'ulid';
import { Grant } from '../../shared/access/grant.ts';
import { DomainError } from '../../shared/api/problem.ts';
import { ROLE_WORDS } from '../../shared/labels/role-words.ts';
import { MemberCode } from '../../shared/person/person.ts';
import { plainText } from '../../shared/place/plain-text.ts';
import { giveGrant, takeGrant } from '../store/change-grants.ts';
import { findGrant, grantIdOf } from '../store/grants.ts';
import { findPersonByMemberCode } from '../store/persons.ts';
import { findSubdistrict } from '../store/subdistricts.ts';
import { type CommandIo, lineWriters } from './console/command-io.ts';
import { readCommandLine } from './console/command-line.ts';
import { runReported } from './console/run-reported.ts';
import { sentencesEn } from './grant/sentences-en.ts';
import { type GrantSentences, sentencesZh } from './grant/sentences-zh.ts';

/** `npm run grant -- --member CODE --role ROLE …`: gives somebody a role, or takes it. Answers the exit code. */
export const run = (args: string[], io: CommandIo): Promise<number> => {
  const { print, complain } = lineWriters(io);
  return runReported(complain, async () => {
    const { values } = readCommandLine(args, {
      member: { type: 'string' },
      role: { type: 'string' },
      subdistrict: { type: 'string' },
      grids: { type: 'string' },
      take: { type: 'boolean', default: false },
      reason: { type: 'string', default: '' },
      lang: { type: 'string', default: 'zh' },
      help: { type: 'boolean', default: false },
    });
    const language = values.lang === 'en' ? 'en' : 'zh';
    const say = language === 'en' ? sentencesEn : sentencesZh;
    if (values.help) {
      print(say.usage());
      return 0;
    }
    const grant = readGrant(values, say);
    const member = MemberCode.safeParse(values.member?.toUpperCase());
    const reason = plainText(200).safeParse(values.reason);
    if (!member.success || !reason.success)
      throw refusal(say.badOption(member.success ? '--reason' : '--member'), say);
    const person = await findPersonByMemberCode(member.data);
    if (!person) throw new DomainError('not_found', say.nobody(member.data));

    const change = { by: 'command:grant', at: new Date().toISOString(), reason: reason.data };
    const who = person.nickname ?? person.memberCode;
    const role = ROLE_WORDS[grant.role][language];
    const where =
      grant.subdistrict && ((await findSubdistrict(grant.subdistrict))?.name ?? grant.subdistrict);
    if (!values.take) {
      await telling(say, () => giveGrant({ ...grant, person: person.id }, change, () => ulid()));
      print(say.given(who, role, where, grant.grids));
      return 0;
    }
    const held = await findGrant(grantIdOf(person.id, grant));
    if (!held) throw new DomainError('not_found', say.notHeld(who, role));
    await telling(say, () => takeGrant(held, change, () => ulid()));
    print(say.taken(who, role, where));
    return 0;
  });
};

const readGrant = (
  values: { role?: string; subdistrict?: string; grids?: string },
  say: GrantSentences,
): Grant => {
  const parsed = Grant.safeParse({
    role: values.role,
    subdistrict: values.subdistrict,
    grids: values.grids?.split(',').map((grid) => grid.trim()),
  });
  if (parsed.success) return parsed.data;
  throw refusal(say.badOption(`--${String(parsed.error.issues[0]?.path[0])}`), say);
};

const refusal = (sentence: string, say: GrantSentences) =>
  new DomainError('invalid_request', [sentence, '', say.usage()].join('\n'));

/** The store knows no language: what it refuses is said here. */
const telling = async <Result>(say: GrantSentences, write: () => Promise<Result>): Promise<Result> => {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code === 'last_admin') throw new DomainError('last_admin', say.lastAdmin());
    if (error.code === 'conflict') throw new DomainError('conflict', say.overtaken());
    const [field] = error.fields;
    if (!field) throw error;
    throw refusal(say.badCombination(`--${field.field}`), say);
  }
};
