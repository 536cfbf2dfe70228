import fc from 'fast-check';
import * as z from 'zod';

type JsonSchema = {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  format?: string;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  prefixItems?: JsonSchema[];
  minimum?: number;
  maximum?: number;
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
};

/** What breaks parsers, renderers and keys of a table. */
const HOSTILE = fc.constantFrom<unknown>(
  null,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e',
  '__proto__',
  'PLACE#x',
  '<script>alert(1)</script>',
  '=HYPERLINK("http://x")',
  'a'.repeat(5000),
  -1,
  1e308,
  0.1,
  true,
  [],
  {},
  [[[[]]]],
  { constructor: { prototype: {} } },
);

const PLAUSIBLE: Record<string, readonly string[]> = {
  date: ['2026-11-20', '2026-02-29'],
  'date-time': ['2026-11-20T02:00:00Z', '2027-01-01T00:00:00.000Z', '1990-01-01T00:00:00Z'],
  uri: ['https://example.org/', 'http://127.0.0.1/'],
};

/** Texts that match one or other of the patterns in use. */
const PATTERNED = [
  '01ARZ3NDEKTSV4RRFFQ69G5FAV',
  '310105001',
  '13812345678',
  '91310105MA1FW00002',
  '2026-11',
  '202611',
  'ABCD2345',
  '0123456789AB',
  'no-such-code',
  '42',
  '12-24',
];

/** Values that a schema would mostly take, with something hostile in one of forty places. */
export const arbitraryOf = (schema: z.ZodType): fc.Arbitrary<unknown> => {
  const root = z.toJSONSchema(schema, { io: 'input' }) as JsonSchema;
  return mostly(root, root.$defs ?? {}, 6);
};

const mostly = (
  schema: JsonSchema,
  definitions: Record<string, JsonSchema>,
  depth: number,
): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 40, arbitrary: meant(schema, definitions, depth) }, { weight: 1, arbitrary: HOSTILE });

const meant = (
  schema: JsonSchema,
  definitions: Record<string, JsonSchema>,
  depth: number,
): fc.Arbitrary<unknown> => {
  const of = (part: JsonSchema) => mostly(part, definitions, depth - 1);
  if (depth === 0) return fc.constant(null);
  if (schema.$ref) return of(definitions[schema.$ref.replace('#/$defs/', '')] ?? {});
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const parts = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (parts) return fc.oneof(...parts.map(of));
  if (schema.type === 'object') {
    const shape = Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([name, part]) => [name, of(part)]),
    );
    return fc
      .tuple(
        fc.record(shape, { requiredKeys: schema.required ?? [] }),
        fc.oneof(
          { weight: 15, arbitrary: fc.constant({}) },
          {
            weight: 1,
            arbitrary: fc.constantFrom({ role: 'system_admin' }, { state: 'published' }, { owner: 'x' }),
          },
        ),
      )
      .map(([shaped, more]) => ({ ...shaped, ...more }));
  }
  if (schema.prefixItems) return fc.tuple(...schema.prefixItems.map(of));
  if (schema.type === 'array') return fc.array(of(schema.items ?? {}), { maxLength: 3 });
  if (schema.type === 'integer') {
    return fc.integer({
      min: Math.max(-5, schema.minimum ?? 0),
      max: Math.min(9999, schema.maximum ?? 9999),
    });
  }
  if (schema.type === 'number') {
    return fc.double({ min: schema.minimum ?? -200, max: schema.maximum ?? 200, noNaN: true });
  }
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.format && PLAUSIBLE[schema.format]) return fc.constantFrom(...(PLAUSIBLE[schema.format] ?? []));
  return fc.oneof(fc.constantFrom(...PATTERNED), fc.string({ unit: 'grapheme', maxLength: 30 }));
};
