import { DomainError } from '../../shared/api/problem.ts';
import type { Subdistrict } from '../../shared/subdistrict/subdistrict.ts';
import { listSubdistricts } from '../store/subdistricts.ts';
import type { Sentences } from './sentences-zh.ts';

/** A subdistrict of this installation, and all of them. @throws DomainError `not_found`, saying which there are. */
export const getSubdistrictOf = async (
  code: string,
  say: Sentences,
): Promise<{ subdistrict: Subdistrict; all: Subdistrict[] }> => {
  const all = (await listSubdistricts()).map(({ subdistrict }) => subdistrict);
  const subdistrict = all.find((known) => known.code === code);
  if (subdistrict) return { subdistrict, all };
  const known = all.map(({ name, code: knownCode }) => `${knownCode} ${name}`).join(', ');
  throw new DomainError('not_found', say.unknownSubdistrict(code, known));
};
