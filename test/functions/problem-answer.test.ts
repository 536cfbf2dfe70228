import { describe, expect, it } from 'vitest';
import { problemAnswer } from '../../functions/runtime/problem-answer.ts';
import { DomainError, Problem } from '../../shared/api/problem.ts';

const answerOf = (error: unknown) => {
  const { statusCode, headers, body } = problemAnswer(error, 'request-1');
  return { statusCode, headers, problem: Problem.parse(JSON.parse(body ?? '')) };
};

describe('the mapper of errors', () => {
  it('tells what was thrown on purpose, with its fields and headers', () => {
    const field = { in: 'query', field: 'limit', message: 'too large' } as const;
    const { statusCode, headers, problem } = answerOf(
      new DomainError('method_not_allowed', 'POST', { fields: [field], headers: { allow: 'GET' } }),
    );
    expect([statusCode, headers?.allow, problem.detail, problem.fields]).toEqual([
      405,
      'GET',
      'POST',
      [field],
    ]);
  });

  it('tells nothing of what was not', () => {
    const { statusCode, problem } = answerOf(new Error('secret of the table'));
    expect([statusCode, problem.code, problem.detail]).toEqual([500, 'internal', undefined]);
  });

  it.each(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EAI_AGAIN'])(
    'takes %s for a table that is away',
    (code) => {
      expect(answerOf(Object.assign(new Error('x'), { code })).statusCode).toBe(503);
    },
  );

  it.each(['ProvisionedThroughputExceededException', 'TimeoutError', 'ThrottlingException'])(
    'takes %s for a table that a later try may find',
    (name) => {
      expect(answerOf(Object.assign(new Error('x'), { name })).problem.code).toBe('unavailable');
    },
  );
});
