import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MESSAGE_PHRASES } from '../../../shared/labels/message-words.ts';
import { type Message, MessageKind } from '../../../shared/message/message.ts';
import { messageText } from '../../../shared/message/message-text.ts';
import {
  completeTemplate,
  SubscriptionTemplates,
  templateValues,
} from '../../../shared/message/template-values.ts';

const message: Message = {
  id: '01JD0000000000000000000000',
  kind: 'registration_needs_changes',
  values: { name: '华阳社区食堂', reason: '请补充门头照片' },
  at: '2026-11-20T16:05:00.000Z',
};
const proposed = completeTemplate('approved-1234');

describe('the values of a subscription template', () => {
  it('follow the proposed template where only its id is given', () => {
    expect(templateValues(proposed, message)).toEqual({
      thing1: '华阳社区食堂',
      phrase2: '需要补充',
      thing3: '请补充门头照片',
    });
  });

  it('stand under the keys of one’s own template', () => {
    const own = { id: 'retired-1234', page: 'pages/home/home', data: { thing7: 'remark', date2: 'time' } };
    const { place_retired } = SubscriptionTemplates.parse({ place_retired: own });
    expect(place_retired && templateValues(completeTemplate(place_retired), message)).toEqual({
      thing7: '请补充门头照片',
      date2: '2026年11月21日 00:05',
    });
    expect(() =>
      SubscriptionTemplates.parse({ place_retired: { id: 'retired-1234', data: { amount1: 'name' } } }),
    ).toThrow();
    expect(() => SubscriptionTemplates.parse({ unknown_kind: 'approved-1234' })).toThrow();
  });

  it('are never longer than WeChat takes, never empty, of one line, and cut between characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
        const { thing1 = '' } = templateValues(proposed, { ...message, values: { name } });
        expect(thing1.length).toBeGreaterThan(0);
        expect(thing1.length).toBeLessThanOrEqual(20);
        expect(thing1).not.toMatch(/[\r\n\t]/);
        expect(thing1).not.toMatch(/\p{Cs}/u);
      }),
    );
    const family = '👨‍👩‍👧‍👦'.repeat(3);
    expect(templateValues(proposed, { ...message, values: { name: family } }).thing1).toBe('👨‍👩‍👧‍👦…');
    expect(templateValues(proposed, { ...message, values: { name: '字'.repeat(20) } }).thing1).toHaveLength(
      20,
    );
    expect(templateValues(proposed, { ...message, values: { name: '字'.repeat(21) } }).thing1).toBe(
      `${'字'.repeat(19)}…`,
    );
  });

  it('have a phrase of at most five Chinese characters for every kind', () => {
    for (const kind of MessageKind.options) expect(MESSAGE_PHRASES[kind]).toMatch(/^[\u4e00-\u9fff]{1,5}$/);
  });
});

describe('messageText', () => {
  it('tells a role in the reader’s words, and leaves no mark of a missing value', () => {
    const given = { kind: 'grant_given', values: { role: 'reviewer', subdistrict: '华阳路街道' } } as const;
    expect(messageText(given, 'zh')).toBe('您成为华阳路街道的审核员');
    expect(messageText(given, 'en')).toBe('You are now Reviewer of 华阳路街道');
    expect(messageText({ kind: 'place_retired', values: {} }, 'en')).not.toMatch(/[{}]/);
  });
});
