import * as z from 'zod';
import { Moment } from '../place/open-state.ts';
import { Me } from './person.ts';

/** The pages that one signs in to by scanning. */
export const SignInPage = z.enum(['merchant', 'staff', 'planner']).meta({ id: 'SignInPage' });
export type SignInPage = z.infer<typeof SignInPage>;

/** A sign-in by scanning, as the page shows it (RFC 8628: `deviceCode` stays secret, the QR carries the user's code). */
export const WebSignIn = z
  .object({
    deviceCode: z.string(),
    /** What the QR carries, and what can be typed by hand. */
    userCode: z.string(),
    /** Two digits to compare with the phone's. */
    match: z.string(),
    /** The mini-program's own QR code as a `data:` address. */
    qrImage: z.string(),
    intervalSeconds: z.int(),
    expiresAt: Moment,
  })
  .meta({ id: 'WebSignIn' });
export type WebSignIn = z.infer<typeof WebSignIn>;

/** How a sign-in by scanning stands, in the words of RFC 8628. After `slow_down` the interval is longer. */
export const WebSignInState = z
  .object({
    state: z.enum(['authorization_pending', 'slow_down', 'access_denied', 'expired_token', 'signed_in']),
    intervalSeconds: z.int(),
    me: Me.optional(),
  })
  .meta({ id: 'WebSignInState' });
export type WebSignInState = z.infer<typeof WebSignInState>;

/** What the phone asks its owner: whether this is them, at which page. */
export const WebSignInQuestion = z
  .object({
    /** Three pairs of digits, one of them on the page. */
    matches: z.array(z.string()).length(3),
    page: SignInPage,
    createdAt: Moment,
    expiresAt: Moment,
  })
  .meta({ id: 'WebSignInQuestion' });
export type WebSignInQuestion = z.infer<typeof WebSignInQuestion>;
