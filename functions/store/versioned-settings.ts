import * as z from 'zod';
import { DomainError } from '../../shared/api/problem.ts';
import { tableName } from '../runtime/dynamo.ts';
import { type Authorship, changeItem } from './change-items.ts';
import { findItem, type Item } from './find-items.ts';
import { SCHEMA_VERSION, strings } from './items.ts';
import { settingsChangeKey } from './settings-keys.ts';
import { storedText } from './stored-text.ts';
import { transact } from './transact.ts';
import { unchangedSince } from './unchanged-since.ts';

/** A list that a subdistrict sets itself, under its noun; version 0 is what holds where nobody has set one. */
export type VersionedSettings<Noun extends string, Entry> = { [N in Noun]: Entry[] } & { version: number };

type Declaration<Noun extends string, Entry> = {
  /** What the list is called: the name of its attribute, and of its field in the history. */
  noun: Noun;
  entry: z.ZodType<Entry>;
  key: (subdistrict: string) => { PK: string; SK: string };
  builtIn: readonly Entry[];
  /** What people call the entries. */
  name: string;
};

/**
 * One list of settings: `read` from its item, `get` from the table, `save`. The write replaces the whole list, in
 * one transaction with the entry of the history.
 * @throws DomainError, the write: `precondition_failed` when somebody changed the list meanwhile, `invalid_request`
 * when it is too large to store.
 */
export const versionedSettings = <Noun extends string, Entry>({
  noun,
  entry,
  key,
  builtIn,
  name,
}: Declaration<Noun, Entry>) => {
  type Settings = VersionedSettings<Noun, Entry>;
  const settings = (entries: readonly Entry[], version: number) =>
    ({ [noun]: [...entries], version }) as Settings;

  const read = (item: Item | undefined): Settings =>
    item
      ? settings(z.array(entry).parse(JSON.parse(item[noun]?.S ?? '')), Number(item.version?.N))
      : settings(builtIn, 0);

  const get = async (subdistrict: string): Promise<Settings> => read(await findItem(key(subdistrict)));

  const save = async (
    subdistrict: string,
    { before, entries }: { before: Settings; entries: readonly Entry[] },
    { change, newId }: { change: Authorship; newId: () => string },
  ): Promise<Settings> => {
    const after = settings(entries, before.version + 1);
    const text = storedText(entries, `the list of ${name}`);
    await transact([
      {
        item: {
          Put: {
            TableName: tableName,
            Item: {
              ...strings({ ...key(subdistrict), [noun]: text }),
              version: { N: `${after.version}` },
              ...SCHEMA_VERSION,
            },
            ...unchangedSince(before.version === 0 ? undefined : before),
          },
        },
        refusal: new DomainError('precondition_failed', `the ${name} were changed meanwhile`),
      },
      {
        item: {
          Put: {
            TableName: tableName,
            Item: changeItem(settingsChangeKey(subdistrict, newId()), {
              subject: { type: 'settings', id: subdistrict },
              subdistrict,
              before: { [noun]: before[noun] },
              after: { [noun]: entries },
              change,
            }),
          },
        },
      },
    ]);
    return after;
  };

  return { read, get, save };
};
