import { afterEach, describe, expect, it } from 'vitest';
import { callerAddress } from '../../../functions/runtime/caller-address.ts';
import { env } from '../../../functions/runtime/env.ts';
import { functionEvent } from '../../support/ask-function.ts';

const MARK = 'a-mark-that-nobody-knows';
const from = (headers: Record<string, string>) =>
  callerAddress(functionEvent('getMe', { headers, address: '198.51.100.1' }));

afterEach(() => {
  env.CDN_MARK = undefined;
});

describe('whence a request comes', () => {
  it('is the address that reached us, whatever somebody writes into a header', () => {
    expect(from({})).toBe('198.51.100.1');
    expect(from({ 'x-forwarded-for': '203.0.113.9, 198.51.100.1', 'x-cdn-mark': 'undefined' })).toBe(
      '198.51.100.1',
    );
    env.CDN_MARK = MARK;
    expect(from({ 'x-forwarded-for': '203.0.113.9, 198.51.100.1' })).toBe('198.51.100.1');
    expect(from({ 'x-forwarded-for': '203.0.113.9, 198.51.100.1', 'x-cdn-mark': 'guess' })).toBe(
      '198.51.100.1',
    );
  });

  it('is the address that reached our own CDN, behind what its sender made up', () => {
    env.CDN_MARK = MARK;
    const passed = { 'x-forwarded-for': '1.1.1.1, 203.0.113.9, 198.51.100.1', 'x-cdn-mark': MARK };
    expect(from(passed)).toBe('203.0.113.9');
    expect(from({ 'x-cdn-mark': MARK })).toBe('198.51.100.1');
  });
});
