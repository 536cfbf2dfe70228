import type { ErrorCode } from '../api/problem.ts';
import type { WordsOf } from './words.ts';

export const ERROR_WORDS: WordsOf<ErrorCode> = {
  invalid_request: { zh: '请求内容有误', en: 'The request is not valid' },
  invalid_cursor: { zh: '翻页标记无效', en: 'The cursor is not valid' },
  area_required: { zh: '请给出范围或街道', en: 'Give a box or a subdistrict' },
  area_too_large: { zh: '范围太大', en: 'The area is too large' },
  position_outside_china: { zh: '位置不在中国境内', en: 'The position lies outside China' },
  unknown_route: { zh: '没有这个地址', en: 'There is no such address' },
  not_found: { zh: '没有找到', en: 'Not found' },
  method_not_allowed: { zh: '这个地址不支持该操作', en: 'This address does not take that method' },
  conflict: { zh: '与已有内容冲突', en: 'It conflicts with what is there' },
  precondition_failed: {
    zh: '内容已被别人修改，请刷新后再试',
    en: 'Someone changed it meanwhile; reload and try again',
  },
  body_too_large: { zh: '内容太大', en: 'The body is too large' },
  internal: { zh: '出错了，请稍后再试', en: 'Something went wrong; try again later' },
  unavailable: { zh: '服务暂时不可用，请稍后再试', en: 'The service is not available right now' },
  timeout: { zh: '处理超时，请稍后再试', en: 'It took too long; try again later' },
};
