/**
 * The measured side of the gateway's numbers, in a process of its own: the local gateway and its worker
 * threads, as `npm start` runs them. Tells its parent the address; answers `usage` with CPU time and memory.
 */
import { serveContexts } from '../../infra/local/system.ts';
import { serveFromMemory } from './memory-index.ts';

const [what = '', argument = '{}'] = process.argv.slice(2);
const address =
  what === 'gateway'
    ? (await serveContexts(JSON.parse(argument) as Record<string, string>, { port: 0, environments: 2 }))
        .address
    : await serveFromMemory(Number(argument));

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMicroseconds: user + system, memoryBytes: process.memoryUsage().rss });
});
process.on('disconnect', () => process.exit(0));
process.send?.({ address });
