import { DomainError } from '../../shared/api/problem.ts';
import { RegistrationId } from '../../shared/registration/registration.ts';

/** Writes after which case a page ended, so that nobody is tempted to read it. */
export const writeCursor = (lastId: string): string => Buffer.from(`case|${lastId}`).toString('base64url');

/** The case after which a page goes on. Throws `invalid_cursor`. */
export const readCursor = (text: string): string => {
  const id = Buffer.from(text, 'base64url')
    .toString('utf8')
    .replace(/^case\|/, '');
  if (!RegistrationId.safeParse(id).success || writeCursor(id) !== text)
    throw new DomainError('invalid_cursor', 'query cursor: not one that this list answered');
  return id;
};
