import { DomainError } from '../../shared/api/problem.ts';
import { momentOfLocalDate } from '../../shared/calendar/shanghai-time.ts';
import type { Place } from '../../shared/place/place.ts';
import type { Reminder } from '../../shared/place/yearly-confirmation.ts';
import { tableName } from '../runtime/dynamo.ts';
import { findItems } from './find-items.ts';
import { expiresAt, SCHEMA_VERSION, strings } from './items.ts';
import { keyAttributes, placeKey, reminderKey } from './keys.ts';
import type { WriteOperation } from './transact.ts';
import { unchangedSince } from './unchanged-since.ts';

/** Notes of reminders are forgotten long after the place was confirmed or closed. */
const KEPT_MINUTES = 60 * 1440;

/** Whether the owner of a place had a reminder. */
export const wasReminded = async (placeId: string, reminder: Reminder): Promise<boolean> =>
  (await findItems([reminderKey(placeId, reminder)], 'schemaVersion'))[0] !== undefined;

/** The writes that go with a reminder: it is sent once, and only about the place as it was read. */
export const reminderOperations = ({ id, version }: Place, reminder: Reminder): WriteOperation[] => [
  {
    item: {
      Put: {
        TableName: tableName,
        Item: {
          ...strings(reminderKey(id, reminder)),
          ...expiresAt(momentOfLocalDate(reminder.confirmBy, KEPT_MINUTES)),
          ...SCHEMA_VERSION,
        },
        ConditionExpression: 'attribute_not_exists(PK)',
      },
    },
    refusal: new DomainError('conflict', 'the owner was reminded already'),
  },
  {
    item: {
      ConditionCheck: {
        TableName: tableName,
        Key: keyAttributes(placeKey(id)),
        ...unchangedSince({ version }),
      },
    },
    refusal: new DomainError('precondition_failed', `place ${id} was changed meanwhile`),
  },
];
