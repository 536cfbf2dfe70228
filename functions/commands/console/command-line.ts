import { type ParseArgsConfig, parseArgs } from 'node:util';
import { DomainError } from '../../../shared/api/problem.ts';

/**
 * Reads a command line of `--name value`, `--flag` and plain arguments.
 * @throws DomainError `invalid_request` naming the argument that is not known or lacks its value.
 */
export const readCommandLine = <Options extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: Options,
) => {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new DomainError('invalid_request', error instanceof Error ? error.message : 'unknown argument');
  }
};
