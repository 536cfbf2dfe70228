import * as z from 'zod';
import { Grant } from '../access/grant.ts';
import { Moment } from '../place/open-state.ts';
import { plainText } from '../place/plain-text.ts';
import { PersonId } from './person-id.ts';

/** What someone reads out so that an admin can find them: eight characters of Crockford's base 32. */
export const MemberCode = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{8}$/)
  .meta({ id: 'MemberCode' });
export type MemberCode = z.infer<typeof MemberCode>;

/** How someone likes to be called. */
export const Nickname = plainText(20).min(1);

/** A person as they see themselves. Their telephone number is shown masked, to them too. */
export const Me = z
  .object({
    id: PersonId,
    memberCode: MemberCode,
    nickname: Nickname.optional(),
    language: z.enum(['zh', 'en']).optional(),
    /** `138****5678`. */
    phoneMasked: z.string().optional(),
    grants: z.array(Grant),
    /** How many places they own, and how many messages they have not read. */
    placeCount: z.int(),
    unreadCount: z.int(),
    createdAt: Moment,
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof Me>;

/** A person as staff see them: never a number to call, never what WeChat calls them. */
export const PersonCard = z
  .object({ id: PersonId, memberCode: MemberCode.optional(), nickname: Nickname.optional() })
  .meta({ id: 'PersonCard' });
export type PersonCard = z.infer<typeof PersonCard>;
