import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** Where in the life of a transaction something happens: it has not reached the engine, or its answer is due. */
export type Moment = { transaction: number; when: 'before' | 'after' };

/**
 * A way to the engine that counts the transactions going through it, from 1, and tells of each one before the engine
 * gets it and once the engine has done it. What `strike` answers true for is never answered: the connection is cut.
 */
export const startEngineProxy = async (engine: string, strike: (moment: Moment) => boolean) => {
  let transactions = 0;
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await buffer(request);
    const isTransaction = String(request.headers['x-amz-target']).endsWith('TransactWriteItems');
    const transaction = isTransaction ? ++transactions : 0;
    if (isTransaction && strike({ transaction, when: 'before' })) return void response.destroy();
    const { host: _, connection: __, 'content-length': ___, ...headers } = request.headers;
    const answer = await fetch(engine, { method: 'POST', headers: headers as Record<string, string>, body });
    const text = await answer.text();
    if (isTransaction && strike({ transaction, when: 'after' })) return void response.destroy();
    response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' }).end(text);
  };
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
