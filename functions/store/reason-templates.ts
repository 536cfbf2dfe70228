import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { DomainError } from '../../shared/api/problem.ts';
import { DEFAULT_REASON_TEMPLATES } from '../../shared/labels/reason-templates.ts';
import { ReasonTemplate } from '../../shared/registration/registration.ts';
import { dynamo, tableName } from '../runtime/dynamo.ts';
import { type Authorship, changeItem } from './change-items.ts';
import { SCHEMA_VERSION, strings } from './items.ts';
import { keyAttributes } from './keys.ts';
import { reasonTemplatesKey, settingsChangeKey } from './registration-keys.ts';
import { storedText } from './stored-text.ts';
import { transact } from './transact.ts';
import { unchangedSince } from './unchanged-since.ts';

export type ReasonTemplates = { templates: ReasonTemplate[]; version: number };

/** The reasons of a subdistrict; version 0 are the built-in ones, which nobody has changed. */
export const getReasonTemplates = async (subdistrict: string): Promise<ReasonTemplates> => {
  const { Item } = await dynamo.send(
    new GetItemCommand({
      TableName: tableName,
      Key: keyAttributes(reasonTemplatesKey(subdistrict)),
      ConsistentRead: true,
    }),
  );
  if (!Item) return { templates: [...DEFAULT_REASON_TEMPLATES], version: 0 };
  return {
    templates: z.array(ReasonTemplate).parse(JSON.parse(Item.templates?.S ?? '')),
    version: Number(Item.version?.N),
  };
};

/**
 * Replaces the reasons of a subdistrict, in one transaction with the entry of the history.
 * @throws DomainError `precondition_failed` when somebody changed them meanwhile, `invalid_request` for too many words.
 */
export const saveReasonTemplates = async (
  subdistrict: string,
  { before, templates }: { before: ReasonTemplates; templates: ReasonTemplate[] },
  { change, newId }: { change: Authorship; newId: () => string },
): Promise<ReasonTemplates> => {
  const after = { templates, version: before.version + 1 };
  const text = storedText(templates, 'the list of reasons');
  await transact([
    {
      item: {
        Put: {
          TableName: tableName,
          Item: {
            ...strings({ ...reasonTemplatesKey(subdistrict), templates: text }),
            version: { N: `${after.version}` },
            ...SCHEMA_VERSION,
          },
          ...unchangedSince(before.version === 0 ? undefined : before),
        },
      },
      refusal: new DomainError('precondition_failed', 'the reasons were changed meanwhile'),
    },
    {
      item: {
        Put: {
          TableName: tableName,
          Item: changeItem(settingsChangeKey(subdistrict, newId()), {
            subject: { type: 'settings', id: subdistrict },
            subdistrict,
            before: { templates: before.templates },
            after: { templates },
            change,
          }),
        },
      },
    },
  ]);
  return after;
};
