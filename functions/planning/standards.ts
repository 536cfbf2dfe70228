import { isDeepStrictEqual } from 'node:util';
import { ulid } from 'ulid';
import type { planningRoutes } from '../../shared/api/planning-routes.ts';
import { DomainError } from '../../shared/api/problem.ts';
import type { Standard } from '../../shared/coverage/standard.ts';
import { STANDARDS } from '../../shared/coverage/standards.ts';
import type { ChangeReason } from '../../shared/labels/change-words.ts';
import type { Operation } from '../runtime/define-function.ts';
import { requireVersion } from '../runtime/require-version.ts';
import { personAuthor } from '../store/change-items.ts';
import { getOwnStandards, type OwnStandards, saveOwnStandards } from '../store/standards.ts';
import { getSubdistrict } from '../store/subdistricts.ts';

/** What holds in a subdistrict: what it says itself, then what is published. */
export const getStandards: Operation<typeof planningRoutes.getStandards> = async ({ params }) => {
  await getSubdistrict(params.code);
  return standardsAnswer(await getOwnStandards(params.code));
};

/** Replaces what a subdistrict says itself. */
export const saveStandards: Operation<typeof planningRoutes.saveStandards> = async ({
  params,
  body,
  session,
  ifMatch,
  now,
}) => {
  await getSubdistrict(params.code);
  const before = await getOwnStandards(params.code);
  requireVersion(before, ifMatch);
  const standards = ownOf(body.standards);
  const reason: ChangeReason = 'standards_changed';
  const change = { by: personAuthor(session.personId), at: now.toISOString(), reason };
  return standardsAnswer(
    await saveOwnStandards(params.code, { before, entries: standards }, { change, newId: ulid }),
  );
};

const standardsAnswer = ({ standards, version }: OwnStandards) => ({
  body: { standards: [...standards, ...STANDARDS], version },
  headers: { etag: `"${version}"` },
});

/** A subdistrict's own: published ones may be sent along as they were answered, but not be rewritten. */
const ownOf = (standards: readonly Standard[]): Standard[] => {
  const own: Standard[] = [];
  for (const [index, standard] of standards.entries()) {
    if (STANDARDS.some((published) => isDeepStrictEqual(published, standard))) continue;
    const refuse = (field: string, message: string) => {
      const at = `standards.${index}.${field}`;
      throw new DomainError('invalid_request', `body ${at}: ${message}`, {
        fields: [{ in: 'body', field: at, message }],
      });
    };
    if (standard.source !== 'subdistrict')
      refuse('source', 'one’s own standards have the source "subdistrict"');
    if (own.some((other) => other.class === standard.class))
      refuse('class', 'one standard of one’s own a class');
    // Nobody but who publishes a text can have been quoted: what a subdistrict sets is its own policy.
    own.push({ ...standard, status: 'local_policy' });
  }
  return own;
};
