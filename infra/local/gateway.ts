import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EnvironmentPool } from './environment-pool.ts';
import { MAX_HEADER_BYTES } from './gateway-limits.ts';
import { handleRequest } from './gateway-request.ts';
import { Refusal } from './refusal.ts';
import { createRouteMatcher, type GatewayRoute } from './route-matcher.ts';

export type GatewayOptions = {
  routes: GatewayRoute[];
  /** The bundle of each context that the routes name. */
  bundles: Record<string, string>;
  /** The built `infra/local/environment.ts`. */
  environmentScript: string;
  /** What the contexts find in their environment. */
  variables: Record<string, string>;
  host?: string;
  port: number;
  /** Execution environments per context: as many requests run at the same time. */
  environments?: number;
  /** Contexts whose environments start with their first request: what few ask for costs no memory before. */
  lazy?: readonly string[];
  /** Looks at every request first; true where it has answered. Nothing of it is deployed. */
  answerLocally?: (request: IncomingMessage, response: ServerResponse) => boolean;
  timeoutMs?: number;
};

export type Gateway = { port: number; address: string; close: () => Promise<void> };

/**
 * Starts an HTTP server that treats requests as API Gateway's HTTP API does and hands them, in payload
 * format 2.0, to the same bundles that are deployed. Refuses with one sentence when the port is taken.
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { host = '127.0.0.1', environments = 2, timeoutMs = 30_000, environmentScript, variables } = options;
  const pools = new Map<string, EnvironmentPool>();
  const close = async () => {
    server.closeAllConnections();
    await Promise.all([
      new Promise((resolve) => server.close(resolve)),
      ...[...pools.values()].map((pool) => pool.close()),
    ]);
  };
  const match = createRouteMatcher(options.routes);
  const server = createServer(
    { keepAliveTimeout: 60_000, maxHeaderSize: MAX_HEADER_BYTES },
    (request, response) => {
      if (!options.answerLocally?.(request, response)) handleRequest(request, response, match, pools);
    },
  );
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const status =
      error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request';
    if (socket.writable) socket.end(`HTTP/1.1 ${status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`);
  });
  try {
    await Promise.all([
      listen(server, options.port, host),
      ...Object.entries(options.bundles).map(async ([functionName, bundle]) => {
        const settings = { script: environmentScript, bundle, functionName, variables, timeoutMs };
        const isLazy = options.lazy?.includes(functionName) ?? false;
        const pool = await EnvironmentPool.start({ ...settings, kind: 'http', size: environments, isLazy });
        pools.set(functionName, pool);
      }),
    ]);
  } catch (error) {
    await close();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  return { port, address: `http://${host.includes(':') ? `[${host}]` : host}:${port}`, close };
}

/** Waits until a server listens; refuses with one sentence where it cannot. */
export async function listen(server: Server, port: number, host: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(
          new Refusal(
            `Port ${port} is taken: stop what listens there, or choose another, PORT=${port + 1} npm start.`,
          ),
        );
      else reject(new Refusal(`Cannot listen on ${host} port ${port}: ${error.message}.`));
    });
    server.listen(port, host, resolve);
  });
}
