import { DeleteItemCommand, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { DomainError } from '../../shared/api/problem.ts';
import { Scenario } from '../../shared/coverage/stored-scenario.ts';
import { table } from '../../shared/table.ts';
import { dynamo, tableName } from '../runtime/dynamo.ts';
import type { Item } from './find-items.ts';
import { SCHEMA_VERSION, strings } from './items.ts';
import { keyAttributes, queuePartition, subdistrictIndexKey } from './keys.ts';
import { scenarioKey } from './planning-keys.ts';
import { queryWholeIndex } from './query-index.ts';
import { wasWritten } from './was-written.ts';

/** A scenario with the id of who made it, in place of their card. */
export const StoredScenario = Scenario.omit({ by: true }).extend({ personId: z.string() });
export type StoredScenario = z.infer<typeof StoredScenario>;

/** Changes of a hundred facilities with their names stay far below this. */
const MOST_BYTES = 40_000;

/** A subdistrict tries things out, it does not archive them. */
const MOST_SCENARIOS = 200;

/** A scenario by its id. Throws `not_found`. */
export const getScenario = async (id: string): Promise<StoredScenario> => {
  const { Item } = await dynamo.send(
    new GetItemCommand({
      TableName: tableName,
      Key: keyAttributes(scenarioKey(id)),
      ConsistentRead: true,
    }),
  );
  if (!Item) throw new DomainError('not_found', `scenario ${id}`);
  return readScenario(Item);
};

/** The scenarios of a subdistrict, those that were changed last first. */
export const listScenarios = async (subdistrict: string): Promise<StoredScenario[]> => {
  const partition = scenariosPartition(subdistrict);
  return (await queryWholeIndex('subdistrict', { partition, newestFirst: true })).map(readScenario);
};

/**
 * Approximate: scenarios that are made at the same moment do not see each other, and each of them finds room.
 * @throws DomainError `conflict` where a subdistrict keeps as many as it may.
 */
export const requireRoomForScenario = async (subdistrict: string): Promise<void> => {
  const partition = scenariosPartition(subdistrict);
  const kept = await queryWholeIndex('subdistrict', { partition, attributes: [table.partitionKey] });
  if (kept.length >= MOST_SCENARIOS)
    throw new DomainError('conflict', `a subdistrict keeps ${MOST_SCENARIOS} scenarios; delete one first`);
};

/**
 * Writes a scenario, new or in place of the version before it.
 * @throws DomainError `precondition_failed` when somebody changed it meanwhile; `invalid_request` when it is too large.
 */
export const saveScenario = async (scenario: StoredScenario): Promise<void> => {
  const { id, subdistrict, updatedAt, version } = scenario;
  const text = JSON.stringify(StoredScenario.parse(scenario));
  const bytes = Buffer.byteLength(text);
  if (bytes > MOST_BYTES)
    throw new DomainError('invalid_request', `the scenario takes ${bytes} bytes, more than ${MOST_BYTES}`);
  const isWritten = await wasWritten(
    dynamo.send(
      new PutItemCommand({
        TableName: tableName,
        Item: {
          ...strings({
            ...scenarioKey(id),
            ...subdistrictIndexKey(scenariosPartition(subdistrict), updatedAt),
            scenario: text,
          }),
          version: { N: `${version}` },
          ...SCHEMA_VERSION,
        },
        ...atVersion(version - 1),
      }),
    ),
  );
  if (!isWritten) throw changedMeanwhile();
};

/** @throws DomainError `precondition_failed` when somebody changed it meanwhile. */
export const deleteScenario = async ({ id, version }: StoredScenario): Promise<void> => {
  const isDeleted = await wasWritten(
    dynamo.send(
      new DeleteItemCommand({
        TableName: tableName,
        Key: keyAttributes(scenarioKey(id)),
        ...atVersion(version),
      }),
    ),
  );
  if (!isDeleted) throw changedMeanwhile();
};

const scenariosPartition = (subdistrict: string): string => queuePartition(subdistrict, 'scenario', 'kept');

const readScenario = (item: Item): StoredScenario => StoredScenario.parse(JSON.parse(item.scenario?.S ?? ''));

const atVersion = (version: number) =>
  version === 0
    ? { ConditionExpression: 'attribute_not_exists(PK)' }
    : {
        ConditionExpression: '#version = :before',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':before': { N: `${version}` } },
      };

const changedMeanwhile = () => new DomainError('precondition_failed', 'the scenario was changed meanwhile');
