import type { CheckResult } from '../../shared/photo/photo.ts';
import { checkContent } from '../runtime/wechat/content-check.ts';
import { findPerson } from './persons.ts';

/**
 * What WeChat's machine says of a text that a person wrote. Never throws: whatever keeps it from answering (WeChat or
 * the table fails, the person has not been seen for two hours or is gone) is `failed`, and somebody has to look.
 */
export const checkText = async (
  personId: string,
  content: string,
): Promise<Exclude<CheckResult, 'pending'>> => {
  try {
    const person = await findPerson(personId);
    return person ? await checkContent(person.openid, content) : 'failed';
  } catch {
    return 'failed';
  }
};
