import { ulid } from 'ulid';
import { beforeAll } from 'vitest';
import { handler } from '../../functions/places/index.ts';
import { listAllPlacesOfSubdistrict } from '../../functions/store/places.ts';
import { saveSubdistrict } from '../../functions/store/save-subdistrict.ts';
import { saveTogether } from '../../functions/store/save-together.ts';
import { listSubdistricts } from '../../functions/store/subdistricts.ts';
import type { OperationId } from '../../shared/api/paths.ts';
import type { ChangeEntry } from '../../shared/change-log/change-entry.ts';
import type { Kind } from '../../shared/place/kind.ts';
import type { Place } from '../../shared/place/place.ts';
import type { PlaceRecord } from '../../shared/place/place-record.ts';
import { searchKey } from '../../shared/place/search-key.ts';
import { askFunction, type GivenRequest } from './ask-function.ts';
import { samplePlace } from './sample-place.ts';
import { sampleSubdistrict } from './sample-subdistrict.ts';
import { type SignedInPerson, signedIn } from './signed-in.ts';

export const HUAYANG = '310105001';
export const LIANGCHENG = '310109016';

const askPlaces = askFunction(handler);

/** Two subdistricts with their staff on the table of a test file, and the context of places to ask in their name. */
export const staffOffice = () => {
  const people: Record<'staff' | 'reviewer' | 'gridStaff' | 'elsewhere' | 'merchant', SignedInPerson> =
    {} as never;
  beforeAll(async () => {
    await saveSubdistrict(sampleSubdistrict());
    await saveSubdistrict(
      sampleSubdistrict({
        code: LIANGCHENG,
        name: '凉城新村街道',
        outline: {
          type: 'Polygon',
          coordinates: [
            [
              [121.46, 31.28],
              [121.49, 31.28],
              [121.49, 31.3],
              [121.46, 31.3],
              [121.46, 31.28],
            ],
          ],
        },
      }),
    );
    people.staff = await signedIn({ role: 'grid_staff', subdistrict: HUAYANG });
    people.reviewer = await signedIn({ role: 'reviewer', subdistrict: HUAYANG });
    people.gridStaff = await signedIn({ role: 'grid_staff', subdistrict: HUAYANG, grids: ['A'] });
    people.elsewhere = await signedIn({ role: 'reviewer', subdistrict: LIANGCHENG });
    people.merchant = await signedIn();
  });

  type Who = keyof typeof people;
  const ask = (who: Who, id: OperationId, given: GivenRequest = {}) =>
    askPlaces(id, { ...given, headers: { ...people[who].headers, ...given.headers } });

  return {
    people,
    ask,

    /** Asks for a change of a place at the version that is named, or that was seen. */
    change: (who: Who, id: OperationId, place: Pick<Place, 'id' | 'version'>, body?: unknown) =>
      ask(who, id, {
        params: { id: place.id },
        headers: { 'if-match': `"${place.version}"` },
        ...(body !== undefined && { body }),
      }),

    read: async (id: string, who: Who = 'reviewer'): Promise<PlaceRecord> =>
      (await ask(who, 'getPlaceRecord', { params: { id } })).json(),

    history: async (id: string): Promise<ChangeEntry[]> =>
      (await ask('reviewer', 'listPlaceChanges', { params: { id } })).json<{ changes: ChangeEntry[] }>()
        .changes,

    /** Puts a place straight into the table, as if it had always been there. */
    given: async (more: Partial<Place> = {}): Promise<Place> => {
      const sketch = samplePlace({ id: ulid(), ...more });
      const place = { ...sketch, searchKey: searchKey(sketch) };
      const change = { by: 'command:test', at: new Date().toISOString(), reason: 'test' };
      await saveTogether([{ after: place, change }], { newId: ulid });
      return place;
    },

    /** What stands on the map of a subdistrict, counted one by one. */
    recount: async (code = HUAYANG) => {
      const places = await listAllPlacesOfSubdistrict(code, ['published', 'suspended']);
      const of = (kind: Kind) => places.filter((place) => place.kind === kind).length;
      return { station: of('station'), merchant: of('merchant'), facility: of('facility') };
    },

    counts: async (code = HUAYANG) =>
      (await listSubdistricts()).find(({ subdistrict }) => subdistrict.code === code)?.counts,
  };
};
