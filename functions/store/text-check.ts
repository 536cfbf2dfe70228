import type { CheckResult } from '../../shared/photo/photo.ts';

/** What WeChat's machine says of a text that a person wrote. Never throws: a checker that fails is `failed`. */
export const checkText = async (_personId: string, _content: string): Promise<CheckResult> => 'failed';
