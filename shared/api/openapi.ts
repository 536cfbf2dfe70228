import * as z from 'zod';
import { Problem } from './problem.ts';
import type { Route, RouteTable } from './route.ts';

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
  return { ...GEOJSON_AND_FRIENDS, servers: [{ url: '/' }], paths, components: { schemas: components } };
};

const operation = (id: string, route: Route, schemaOf: (schema: z.ZodType) => JsonSchema): JsonSchema => ({
  operationId: id,
  tags: [route.context],
  summary: route.summary,
  security: [],
  parameters: [
    ...parameters('path', schemaOf(route.params)),
    ...parameters('query', schemaOf(route.query)),
    ...(route.cache === 'revalidated' ? [IF_NONE_MATCH] : []),
  ],
  responses: {
    200: {
      description: route.summary,
      ...(route.cache === 'revalidated' && { headers: { ETag: { schema: { type: 'string' } } } }),
      content: { [route.mediaType]: { schema: schemaOf(route.response) } },
    },
    ...(route.cache === 'revalidated' && { 304: { description: 'Unchanged since the ETag given.' } }),
    '4XX': { description: 'What is wrong with the request, and where.', content: problemContent(schemaOf) },
    '5XX': { description: 'Not the fault of the request.', content: problemContent(schemaOf) },
  },
});

const IF_NONE_MATCH = { name: 'If-None-Match', in: 'header', required: false, schema: { type: 'string' } };

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
