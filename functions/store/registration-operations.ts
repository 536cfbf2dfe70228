import { DomainError } from '../../shared/api/problem.ts';
import type { Registration } from '../../shared/registration/registration.ts';
import { tableName } from '../runtime/dynamo.ts';
import type { Authorship } from './change-items.ts';
import { holdOperations } from './registration-holds.ts';
import { registrationChangeItem, registrationItem } from './registration-items.ts';
import type { WriteOperation } from './transact.ts';
import { unchangedSince } from './unchanged-since.ts';

/** One registration that is new (`before` absent) or differs from what was read. A draft has no history. */
export type RegistrationChange = {
  before?: Registration | undefined;
  after: Registration;
  /** Who moved it, when and why; absent where nothing but its own fields changed. */
  change?: Authorship | undefined;
};

/**
 * The writes of one registration: itself under the condition that it is what was read, what it keeps to itself, and
 * one entry of its history.
 */
export const registrationOperations = (
  { before, after, change }: RegistrationChange,
  newId: () => string,
): WriteOperation[] => [
  {
    item: {
      Put: {
        TableName: tableName,
        Item: registrationItem(after),
        ...unchangedSince(before),
      },
    },
    refusal: before
      ? new DomainError('precondition_failed', 'the registration was changed meanwhile')
      : new DomainError('conflict', 'such a registration is there already'),
  },
  ...holdOperations(before, after),
  ...(change
    ? [
        {
          item: {
            Put: { TableName: tableName, Item: registrationChangeItem({ before, after, change }, newId()) },
          },
        },
      ]
    : []),
];
