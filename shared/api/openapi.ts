import * as z from 'zod';
import { SECURITY_SCHEMES, securityOf } from './openapi-security.ts';
import { Problem } from './problem.ts';
import { limitOf, type Route, type RouteTable } from './route.ts';

type JsonSchema = Record<string, unknown>;

const GEOJSON_AND_FRIENDS = {
  openapi: '3.1.0',
  info: {
    title: '暖新地图 Nuanxin map',
    version: 'v1',
    description:
      'Rest stations, rider-friendly merchants and 15-minute life-circle facilities. Times are UTC (ISO 8601), ' +
      'opening hours are Asia/Shanghai, coordinates are WGS-84 unless `crs=gcj02` is asked for.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
};

/** The OpenAPI 3.1 document of a route table: schemas with an id become components, each named once. */
export const openapiDocument = (routes: RouteTable): JsonSchema => {
  const components: Record<string, JsonSchema> = {};
  const schemaOf = (schema: z.ZodType): JsonSchema => lifted(schema, components);
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const [id, route] of Object.entries(routes)) {
    const [method, path] = route.key.split(' ') as [string, string];
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation(id, route, schemaOf) };
  }
  return {
    ...GEOJSON_AND_FRIENDS,
    servers: [{ url: '/' }],
    paths,
    components: { schemas: components, securitySchemes: SECURITY_SCHEMES },
  };
};

const operation = (id: string, route: Route, schemaOf: (schema: z.ZodType) => JsonSchema): JsonSchema => {
  const limit = limitOf(route);
  return {
    operationId: id,
    tags: [route.context],
    summary: route.summary,
    ...securityOf(route.access),
    ...(limit && { 'x-rate-limit': limit }),
    parameters: [
      ...parameters('path', schemaOf(route.params)),
      ...parameters('query', schemaOf(route.query)),
      ...(hasEtag(route) ? [IF_NONE_MATCH] : []),
      ...(route.ifMatch ? [IF_MATCH] : []),
      ...(route.idempotent ? [IDEMPOTENCY_KEY] : []),
    ],
    ...requestBody(route, schemaOf),
    responses: {
      [route.status ?? 200]: {
        description: route.summary,
        ...(answersEtag(route) && { headers: { ETag: TEXT_HEADER } }),
        content: { [route.mediaType]: { schema: schemaOf(route.response) } },
      },
      ...(hasEtag(route) && { 304: { description: 'Unchanged since the ETag given.' } }),
      ...(limit && {
        429: {
          description: `More than ${limit.calls} calls in ${limit.seconds} s.`,
          headers: { 'Retry-After': { schema: { type: 'integer' } } },
          content: problemContent(schemaOf),
        },
      }),
      '4XX': {
        description: 'What is wrong with the request, and where.',
        content: problemContent(schemaOf),
      },
      '5XX': { description: 'Not the fault of the request.', content: problemContent(schemaOf) },
    },
  };
};

const answersEtag = (route: Route): boolean => hasEtag(route) || route.ifMatch === true;

/** Whether a copy of the answer can be asked about. */
const hasEtag = ({ cache }: Route): boolean => cache === 'revalidated' || cache === 'own';

/** JSON by its schema, or the text that somebody else has shaped. */
const requestBody = (
  { body, rawBody }: Route,
  schemaOf: (schema: z.ZodType) => JsonSchema,
): { requestBody?: JsonSchema } => {
  if (rawBody) return { requestBody: { required: true, content: { '*/*': { schema: { type: 'string' } } } } };
  if (!body) return {};
  const required = !body.safeParse({}).success;
  return { requestBody: { required, content: { 'application/json': { schema: schemaOf(body) } } } };
};

const TEXT_HEADER = { schema: { type: 'string' } };

const header = (name: string, required: boolean, description: string, schema: JsonSchema): JsonSchema => ({
  name,
  in: 'header',
  required,
  description,
  schema,
});

const IF_NONE_MATCH = header('If-None-Match', false, 'The ETag that is held.', { type: 'string' });
const IF_MATCH = header('If-Match', true, 'The version that the write holds for, in quotes: its ETag.', {
  type: 'string',
  pattern: '^(W/)?"\\d{1,9}"$',
});
const IDEMPOTENCY_KEY = header(
  'Idempotency-Key',
  false,
  'The same request under the same key gets the first answer again, for a day.',
  { type: 'string', pattern: '^[\\w-]{8,64}$' },
);

const problemContent = (schemaOf: (schema: z.ZodType) => JsonSchema): JsonSchema => ({
  'application/problem+json': { schema: schemaOf(Problem) },
});

const parameters = (part: 'path' | 'query', { properties = {}, required = [] }: JsonSchema): JsonSchema[] =>
  Object.entries(properties as Record<string, JsonSchema>).map(([name, written]) => {
    const { description, parameter, ...text } = written as JsonSchema & { parameter?: JsonSchema };
    const schema = parameter ? { ...parameter, ...('default' in text && { default: text.default }) } : text;
    return {
      name,
      in: part,
      required: part === 'path' || (required as string[]).includes(name),
      ...(description !== undefined && { description }),
      ...(schema.type === 'array' && { style: 'form', explode: false }),
      schema,
    };
  });

/** A schema as JSON Schema, its named parts moved into the components. */
const lifted = (schema: z.ZodType, components: Record<string, JsonSchema>): JsonSchema => {
  const { $schema, $defs, ...rest } = z.toJSONSchema(schema, { io: 'input' }) as JsonSchema & {
    $defs?: Record<string, JsonSchema>;
  };
  for (const [name, definition] of Object.entries($defs ?? {}))
    components[name] ??= relinked(named(definition));
  const id = rest.id;
  if (typeof id !== 'string') return relinked(rest);
  components[id] ??= relinked(named(rest));
  return { $ref: `#/components/schemas/${id}` };
};

const named = ({ id, ...definition }: JsonSchema): JsonSchema => definition;

/** The same schema with its references pointing into the document's components. */
const relinked = (schema: JsonSchema): JsonSchema =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as JsonSchema;
