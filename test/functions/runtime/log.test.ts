import { afterEach, expect, it, vi } from 'vitest';
import { logError } from '../../../functions/runtime/log.ts';

const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
afterEach(() => logged.mockClear());

const lineOf = (error: unknown): string => {
  logError(error, 'GET /v1/me', 'request-1');
  return String(logged.mock.calls[0]?.[0]);
};

it('says what broke and where, in one line', () => {
  const line = lineOf(new TypeError('no such thing\nat all'));
  expect(line).not.toContain('\n');
  expect(JSON.parse(line)).toMatchObject({ name: 'TypeError', message: 'no such thing\nat all' });
  expect(JSON.parse(line).stack).toContain('log.test.ts');
});

it('never quotes a text that could not be parsed', () => {
  const parse = () => JSON.parse('13800138000, $& is no JSON');
  let broken: unknown;
  try {
    parse();
  } catch (error) {
    broken = error;
  }
  const line = lineOf(broken);
  expect(line).not.toContain('138');
  expect(JSON.parse(line)).toMatchObject({ name: 'SyntaxError', message: 'a text is malformed' });
  expect(JSON.parse(line).stack).toContain('log.test.ts');
});
