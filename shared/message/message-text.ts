import type { Role } from '../access/role.ts';
import { MESSAGE_WORDS } from '../labels/message-words.ts';
import { ROLE_WORDS } from '../labels/role-words.ts';
import type { Message } from './message.ts';

/** The sentence of a message, with its values in it; a role is stored as its code and told in words. */
export const messageText = (
  { kind, values }: Pick<Message, 'kind' | 'values'>,
  language: 'zh' | 'en',
): string => {
  const { role } = values;
  const told = isRole(role) ? { ...values, role: ROLE_WORDS[role][language] } : values;
  return MESSAGE_WORDS[kind][language].replace(/\{(\w+)\}/g, (_, name: string) => told[name] ?? '');
};

/** By the words of all roles: the enumeration itself would bring zod into the pages. */
const isRole = (code: string | undefined): code is Role =>
  code !== undefined && Object.hasOwn(ROLE_WORDS, code);
