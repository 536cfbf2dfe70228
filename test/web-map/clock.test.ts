// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createClock } from '../../web-map/clock.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(new Date('2026-11-20T13:59:40+08:00'));
});
afterEach(() => {
  vi.useRealTimers();
});

const timeOf = (now: { value: Date }) => now.value.toISOString().slice(11, 19);

it('moves on at every full minute', () => {
  const now = createClock(window as Window & typeof globalThis);
  expect(timeOf(now)).toBe('05:59:40');
  vi.advanceTimersByTime(19_000);
  expect(timeOf(now)).toBe('05:59:40');
  vi.advanceTimersByTime(1_000);
  expect(timeOf(now)).toBe('06:00:00');
  vi.advanceTimersByTime(60_000);
  expect(timeOf(now)).toBe('06:01:00');
});

it('moves on at once when the page is looked at again', () => {
  const now = createClock(window as Window & typeof globalThis);
  vi.setSystemTime(new Date('2026-11-20T18:30:05+08:00'));
  document.dispatchEvent(new Event('visibilitychange'));
  expect(timeOf(now)).toBe('10:30:05');
});
