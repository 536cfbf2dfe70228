import * as z from 'zod';
import { DomainError } from '../../../shared/api/problem.ts';
import { Phone } from '../../../shared/person/phone.ts';
import { expectAnswer } from './ask-wechat.ts';
import { wechatAppId } from './wechat-app.ts';
import { askWithToken } from './with-access-token.ts';

const Answer = z.object({
  phone_info: z.object({
    purePhoneNumber: z.string(),
    countryCode: z.coerce.string(),
    watermark: z.object({ appid: z.string() }),
  }),
});

/**
 * The telephone number that WeChat vouches for, digits alone, by a code of the button `getPhoneNumber`.
 * @throws DomainError `code_refused` for a code that is used, expired or none, `invalid_request` for a number that is
 * not of the mainland.
 */
export const phoneNumberOf = async (code: string): Promise<Phone> => {
  const name = 'getPhoneNumber';
  const answer = await askWithToken({ name, path: '/wxa/business/getuserphonenumber', body: { code } });
  const { phone_info } = expectAnswer(name, answer, Answer);
  // A code that was made for another mini-program.
  if (phone_info.watermark.appid !== wechatAppId()) throw new DomainError('code_refused');
  const phone = Phone.safeParse(phone_info.purePhoneNumber);
  if (phone_info.countryCode !== '86' || !phone.success) {
    throw new DomainError('invalid_request', 'only telephone numbers of the mainland');
  }
  return phone.data;
};
