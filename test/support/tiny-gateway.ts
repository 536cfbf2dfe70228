import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentScript } from '../../infra/bundle/functions.ts';
import { type Gateway, type GatewayOptions, startGateway } from '../../infra/local/gateway.ts';

/** The bundle of a handler so small that it can be read in the test: `(event, context) => answer`. */
export function tinyBundle(handler: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'nuanxin-tiny-')), 'index.cjs');
  writeFileSync(file, `exports.handler = ${handler};\n`);
  return file;
}

/** A gateway on a free port in front of small handlers, one context each; `routes` map a key to its context. */
export function startTinyGateway(
  handlers: Record<string, string>,
  routes: Record<string, string>,
  options: Partial<GatewayOptions> = {},
): Promise<Gateway> {
  return startGateway({
    routes: Object.entries(routes).map(([key, context]) => ({ key, context })),
    bundles: Object.fromEntries(
      Object.entries(handlers).map(([name, handler]) => [name, tinyBundle(handler)]),
    ),
    environmentScript,
    variables: {},
    port: 0,
    ...options,
  });
}
