import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { dynamo, tableName } from '../../../functions/runtime/dynamo.ts';
import { countCall } from '../../../functions/store/rate-windows.ts';
import { networkOf } from '../../../functions/store/salted-hash.ts';
import { DomainError } from '../../../shared/api/problem.ts';

const limit = { calls: 3, seconds: 60 };
const at = (time: string) => new Date(`2026-11-20T${time}Z`);
/** 0 where a call is let through, else after how many seconds it may be tried again. */
const called = async (caller: string, now: Date, operationId = 'createSession'): Promise<number> => {
  try {
    await countCall({ operationId, caller, limit }, now);
    return 0;
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'too_many_requests') throw error;
    return Number(error.headers['retry-after']);
  }
};

describe('a rate window', () => {
  it('lets through as many as it says, and tells the others when the next one begins', async () => {
    for (let call = 1; call <= 3; call++) expect(await called('a', at('08:00:10'))).toBe(0);
    expect(await called('a', at('08:00:10'))).toBe(50);
    expect(await called('a', at('08:00:59.999'))).toBe(1);
    expect(await called('a', at('08:01:00'))).toBe(0);
  });

  it('counts each caller and each operation by itself', async () => {
    for (let call = 1; call <= 3; call++) await called('b', at('09:00:00'));
    expect(await called('b', at('09:00:00'))).toBe(60);
    expect(await called('c', at('09:00:00'))).toBe(0);
    expect(await called('b', at('09:00:00'), 'redeemTicket')).toBe(0);
  });

  it('lets through exactly as many of those that come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => called('d', at('10:00:00'))));
    expect(answers.filter((seconds) => seconds === 0)).toHaveLength(3);
  });

  it('keeps no address, and ends with its window', async () => {
    await called('address:203.0.113.77', at('11:00:30'));
    const { Items = [] } = await dynamo.send(new ScanCommand({ TableName: tableName }));
    expect(JSON.stringify(Items)).not.toContain('203.0.113.77');
    const ends = Items.map(({ expiresAt }) => Number(expiresAt?.N) * 1000);
    expect(ends).toContain(at('11:01:00').getTime());
  });

  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:0DB8:0001::9', '2001:db8:1:0'],
    ['::1', '0:0:0:0'],
    ['2001:db8::', '2001:db8:0:0'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
  ])('takes %s for %s: an IPv6 network is one subscriber', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
