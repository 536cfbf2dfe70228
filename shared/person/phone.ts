import * as z from 'zod';
import { PHONE_PATTERN } from './phone-pattern.ts';

/** A mainland telephone number: a mobile one, or a landline with its area code, digits alone. */
export const Phone = z
  .string()
  .regex(PHONE_PATTERN)
  .meta({ id: 'Phone', description: 'Digits alone: 13812345678, 02152345678.' });
export type Phone = z.infer<typeof Phone>;

/** `138****5678`: enough to recognise one's own number, too little to call it. */
export const maskPhone = (phone: Phone): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;

/** A person's name with all but its first character hidden: `张**`. */
export const maskName = (name: string): string => {
  const [first = '', ...rest] = [...name];
  return first + '*'.repeat(Math.min(2, Math.max(1, rest.length)));
};
