import { type AttributeValue, type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { table } from '../../shared/table.ts';
import type { InvokeJob } from './job.ts';

type Item = Record<string, AttributeValue>;

/** What the table's stream says of one item, as far as the notifier's event source lets it through. */
type StreamRecord = {
  eventID: string;
  eventName: 'INSERT' | 'MODIFY';
  eventSource: 'aws:dynamodb';
  dynamodb: {
    ApproximateCreationDateTime: number;
    Keys: Item;
    NewImage: Item;
    OldImage?: Item;
    SequenceNumber: string;
    StreamViewType: typeof table.stream;
  };
};

export type Pump = {
  /** Looks once, and tells what is new; answers how much that was. */
  run: () => Promise<number>;
  close: () => Promise<void>;
};

const POLL_MS = 500;
/** What the event source of the stack hands over at once. */
const MOST_RECORDS = 10;

/**
 * Plays the table's stream on this machine, where the engine has none: looks at the queue of messages that wait to be
 * sent and tells the notifier of each once, and again when it was changed. What the notifier could not take is told
 * again. With `isPolling` it looks twice a second.
 */
export function startPump(
  client: DynamoDBClient,
  tableName: string,
  notify: InvokeJob,
  { isPolling = true } = {},
): Pump {
  /** What the notifier has been told of each item, by key, as JSON. */
  const told = new Map<string, string>();
  let sequence = 0;

  const pass = async (): Promise<number> => {
    const items = await findPending(client, tableName);
    const images = new Map(items.map((item) => [nameOf(item), imageOf(item)]));
    for (const name of told.keys()) if (!images.has(name)) told.delete(name);
    const fresh = items.filter((item) => told.get(nameOf(item)) !== images.get(nameOf(item)));
    for (let from = 0; from < fresh.length; from += MOST_RECORDS) {
      const records = fresh
        .slice(from, from + MOST_RECORDS)
        .map((item) => recordOf(item, told.get(nameOf(item)), ++sequence));
      const taken = records.slice(0, countTaken(records, await notify({ Records: records })));
      for (const { dynamodb } of taken) told.set(nameOf(dynamodb.NewImage), imageOf(dynamodb.NewImage));
    }
    return fresh.length;
  };

  let running = Promise.resolve(0);
  const run = () => {
    running = running.catch(() => 0).then(pass);
    return running;
  };
  let complaint = '';
  const poll = () =>
    run().catch((error) => {
      // An engine that has ended is missed twice a second; once is enough to read.
      if (complaint !== String(error)) console.error(error);
      complaint = String(error);
    });
  const timer = isPolling ? setInterval(poll, POLL_MS) : undefined;
  timer?.unref();
  return {
    run,
    close: async () => {
      clearInterval(timer);
      await running.catch(() => {});
    },
  };
}

async function findPending(client: DynamoDBClient, TableName: string): Promise<Item[]> {
  const { name, partitionKey } = table.indexes.subdistrict;
  const { Items } = await client.send(
    new QueryCommand({
      TableName,
      IndexName: name,
      KeyConditionExpression: '#queue = :queue',
      ExpressionAttributeNames: { '#queue': partitionKey },
      ExpressionAttributeValues: { ':queue': { S: table.pendingOutbox } },
      Limit: 100,
    }),
  );
  return Items ?? [];
}

/** How many of the records, from the first, need not be told again: a stream goes on from the first that failed. */
function countTaken(records: StreamRecord[], result: unknown): number {
  if (result === undefined) return 0;
  const { batchItemFailures = [] } = (result ?? {}) as { batchItemFailures?: { itemIdentifier: string }[] };
  const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
  const first = records.findIndex(({ dynamodb }) => failed.has(dynamodb.SequenceNumber));
  return first < 0 ? records.length : first;
}

/** As text, the same for the same item: the engine tells attributes in any order. */
const imageOf = (item: Item): string =>
  JSON.stringify(Object.fromEntries(Object.entries(item).sort(([one], [other]) => (one < other ? -1 : 1))));

const nameOf = (item: Item): string => `${item[table.partitionKey]?.S} ${item[table.sortKey]?.S}`;

function recordOf(item: Item, before: string | undefined, sequence: number): StreamRecord {
  const { partitionKey, sortKey } = table;
  return {
    eventID: `local-${sequence}`,
    eventName: before === undefined ? 'INSERT' : 'MODIFY',
    eventSource: 'aws:dynamodb',
    dynamodb: {
      ApproximateCreationDateTime: Date.now() / 1000,
      Keys: Object.fromEntries([partitionKey, sortKey].map((name) => [name, item[name] as AttributeValue])),
      NewImage: item,
      ...(before !== undefined && { OldImage: JSON.parse(before) as Item }),
      SequenceNumber: String(sequence).padStart(21, '0'),
      StreamViewType: table.stream,
    },
  };
}
