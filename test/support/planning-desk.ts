import type { Feature, Polygon } from 'geojson';
import { ulid } from 'ulid';
import { handler } from '../../functions/planning/index.ts';
import { savePlaces } from '../../functions/store/save-places.ts';
import type { Role } from '../../shared/access/role.ts';
import type { OperationId } from '../../shared/api/paths.ts';
import type { Problem } from '../../shared/api/problem.ts';
import type { AreaKind } from '../../shared/area/area.ts';
import type { Place } from '../../shared/place/place.ts';
import { askFunction } from './ask-function.ts';
import { samplePlace } from './sample-place.ts';
import { type SignedInPerson, signedIn } from './signed-in.ts';

const ask = askFunction(handler);

export const HUAYANG = '310105001';
export const SOURCE = { name: '测试', date: '2026-11-01', illustrative: false };

/** Stores a place as an operator's command does, in the sample subdistrict where nothing else is said. */
export const storePlace = async (given: Partial<Place>): Promise<Place> => {
  const after = samplePlace(given);
  const change = { by: 'command:test', at: after.createdAt, reason: 'test' };
  await savePlaces([{ after, change }], { newId: ulid });
  return after;
};

type Asked = {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  version?: number;
  headers?: Record<string, string>;
};

/** Somebody with a role in 华阳路街道, or elsewhere. */
export const plannerOf = (subdistrict = HUAYANG, role: Role = 'planner'): Promise<SignedInPerson> =>
  signedIn({ role, subdistrict });

/** Asks the context of planning in somebody's name, about 华阳路街道 where nothing else is said. */
export const askAs = async (
  who: Pick<SignedInPerson, 'headers'>,
  operation: OperationId,
  { params = { code: HUAYANG }, query = {}, body, version, headers = {} }: Asked = {},
) => {
  const { status = 500, ...answer } = await ask(operation, {
    params,
    query,
    headers: {
      ...who.headers,
      ...headers,
      ...(version !== undefined && { 'if-match': `"${version}"` }),
    },
    ...(body !== undefined && { body }),
  });
  return { status, ...answer };
};

/** As `askAs`, and its answer. Throws what was answered instead of a success. */
export const getAs = async <Answer>(...asked: Parameters<typeof askAs>): Promise<Answer> => {
  const answer = await askAs(...asked);
  if (answer.status >= 300) throw new Error(`${asked[1]}: ${answer.status} ${answer.body}`);
  return answer.json<Answer>();
};

/** What was answered in place of a success. */
export const refusalOf = async (...asked: Parameters<typeof askAs>) => {
  const answer = await askAs(...asked);
  if (answer.status < 300) throw new Error(`${asked[1]} was not refused: ${answer.body}`);
  const { code, detail, fields = [] } = answer.json<Problem>();
  return { status: answer.status, code, detail, fields: fields.map(({ field }) => field) };
};

/** A rectangle as an area of a file. */
export const rectangle = (
  code: string,
  [west, south, east, north]: readonly [number, number, number, number],
  properties: Record<string, unknown> = {},
): Feature<Polygon> => ({
  type: 'Feature',
  properties: { code, name: `第${code}网格`, ...properties },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  },
});

export const collectionOf = (features: readonly unknown[]) => ({
  type: 'FeatureCollection' as const,
  features,
});

/** The four quarters of the sample subdistrict. */
export const quarters = (): Feature<Polygon>[] => [
  rectangle('1', [121.4, 31.2, 121.415, 31.2175]),
  rectangle('2', [121.415, 31.2, 121.43, 31.2175]),
  rectangle('3', [121.4, 31.2175, 121.415, 31.235]),
  rectangle('4', [121.415, 31.2175, 121.43, 31.235]),
];

/** Stores the quarters as areas of a kind. */
export const loadQuarters = (planner: SignedInPerson, kind: AreaKind): Promise<unknown> =>
  getAs(planner, 'importAreas', {
    body: { kind, crs: 'wgs84', source: SOURCE, collection: collectionOf(quarters()), isDryRun: false },
  });
