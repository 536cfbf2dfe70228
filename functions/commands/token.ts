import { ulid } from 'ulid';
import { Grant } from '../../shared/access/grant.ts';
import { Role } from '../../shared/access/role.ts';
import { DomainError } from '../../shared/api/problem.ts';
import { ROLE_WORDS } from '../../shared/labels/role-words.ts';
import { MemberCode } from '../../shared/person/person.ts';
import { secretValues } from '../runtime/secrets.ts';
import { signSessionToken } from '../runtime/session-token.ts';
import { giveGrant } from '../store/change-grants.ts';
import { findPersonByMemberCode, type StoredPerson, updatePerson } from '../store/persons.ts';
import { signInPerson } from '../store/sign-in-person.ts';
import { type CommandIo, lineWriters } from './console/command-io.ts';
import { readCommandLine } from './console/command-line.ts';
import { requireLocal } from './console/require-local.ts';
import { runReported } from './console/run-reported.ts';
import { sentencesEn } from './token/sentences-en.ts';
import { sentencesZh, type TokenSentences } from './token/sentences-zh.ts';

/** What is known of whoever the token is to be for. */
type Wanted = { member?: string; role?: string; subdistrict?: string; grids?: string };

/** `npm run token -- --role ROLE …`: prints a token of the local installation, for scripts. Answers the exit code. */
export const run = (args: string[], io: CommandIo): Promise<number> => {
  const { print, complain } = lineWriters(io);
  return runReported(complain, async () => {
    const { values } = readCommandLine(args, {
      member: { type: 'string' },
      role: { type: 'string' },
      subdistrict: { type: 'string' },
      grids: { type: 'string' },
      lang: { type: 'string', default: 'zh' },
      help: { type: 'boolean', default: false },
    });
    const say = values.lang === 'en' ? sentencesEn : sentencesZh;
    if (values.help) {
      print(say.usage());
      return 0;
    }
    requireLocal(say.onlyLocal());
    const now = new Date();
    const { id } =
      values.member === undefined ? await demoPerson(values, now, say) : await member(values, say);
    const { sessionKeys } = await secretValues();
    const session = { personId: id, tokenId: ulid(), signedInAt: now };
    const { token, expiresAt } = await signSessionToken(session, sessionKeys, now);
    print(token);
    // Apart from the token, which scripts read.
    complain(say.validUntil(expiresAt.toISOString()));
    return 0;
  });
};

const member = async ({ member: code }: Wanted, say: TokenSentences): Promise<StoredPerson> => {
  const parsed = MemberCode.safeParse(code?.toUpperCase());
  const person = parsed.success ? await findPersonByMemberCode(parsed.data) : undefined;
  if (!person) throw new DomainError('not_found', say.nobody(code ?? ''));
  return person;
};

/** Somebody who stands for a role: the same one whenever the same role is asked for. */
const demoPerson = async (wanted: Wanted, now: Date, say: TokenSentences): Promise<StoredPerson> => {
  const openid = ['token', wanted.role, wanted.subdistrict, wanted.grids].filter(Boolean).join('-');
  if (wanted.role === undefined && (wanted.subdistrict ?? wanted.grids) === undefined) {
    return (await signInPerson(openid, { now, newId: () => ulid() })).person;
  }
  const grant = Grant.safeParse({
    role: wanted.role,
    subdistrict: wanted.subdistrict,
    grids: wanted.grids?.split(','),
  });
  if (!grant.success) throw new DomainError('invalid_request', [say.badRole(), '', say.usage()].join('\n'));
  const { person, isNew } = await signInPerson(openid, { now, newId: () => ulid() });
  if (isNew) await updatePerson(person.id, { nickname: ROLE_WORDS[Role.parse(wanted.role)].zh });
  const change = { by: 'command:token', at: now.toISOString(), reason: '' };
  await giveGrant({ ...grant.data, person: person.id }, change, () => ulid());
  return person;
};
