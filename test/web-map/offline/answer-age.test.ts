import { describe, expect, it } from 'vitest';
import { answerAge } from '../../../web-map/offline/answer-age.ts';

const NOW = new Date('2026-11-20T02:42:00Z');

describe('the age of an answer', () => {
  it('is when the service gave it, however late it reaches the page', () => {
    const headers = new Headers({ date: 'Fri, 20 Nov 2026 01:00:00 GMT', 'x-stale': '1' });
    expect(answerAge(headers, NOW)).toEqual({ answeredAt: new Date('2026-11-20T01:00:00Z'), stale: true });
  });

  it('is now where the service does not say', () => {
    expect(answerAge(new Headers(), NOW)).toEqual({ answeredAt: NOW, stale: false });
    expect(answerAge(new Headers({ date: 'yesterday' }), NOW).answeredAt).toBe(NOW);
  });
});
