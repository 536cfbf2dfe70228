import { readFile } from 'node:fs/promises';
import { ulid } from 'ulid';
import * as z from 'zod';
import { Grant } from '../../shared/access/grant.ts';
import { Nickname } from '../../shared/person/person.ts';
import { giveGrant } from '../store/change-grants.ts';
import { grantIdOf, wasEverGiven } from '../store/grants.ts';
import { updatePerson } from '../store/persons.ts';
import { signInPerson } from '../store/sign-in-person.ts';
import { type CommandIo, lineWriters } from './console/command-io.ts';
import { requireLocal } from './console/require-local.ts';
import { runReported } from './console/run-reported.ts';

/** Where the sample people stand, seen from the project's folder. */
const DEFAULT_FILE = 'infra/local/seed/people.json';

const SamplePerson = z.object({
  openid: z.string().min(1),
  nickname: Nickname,
  grants: z.array(Grant),
});

/**
 * Makes the sample people of `npm start` with their roles, on this machine alone. What is there stays as it is: a
 * role that somebody took away does not come back, a name that was changed stays. `args[0]` may name another file.
 * Answers the exit code.
 */
export const run = ([file = DEFAULT_FILE]: string[], io: CommandIo): Promise<number> => {
  const { complain } = lineWriters(io);
  return runReported(complain, async () => {
    requireLocal('Sample people are for the installation of this machine alone.');
    const people = z.array(SamplePerson).parse(JSON.parse(await readFile(file, 'utf8')));
    const now = new Date();
    const change = { by: 'command:people', at: now.toISOString(), reason: '' };
    for (const { openid, nickname, grants } of people) {
      const { person, isNew } = await signInPerson(openid, { now, newId: () => ulid() });
      if (isNew) await updatePerson(person.id, { nickname });
      for (const grant of grants) {
        if (await wasEverGiven(grantIdOf(person.id, grant))) continue;
        await giveGrant({ ...grant, person: person.id }, change, () => ulid());
      }
    }
    return 0;
  });
};
