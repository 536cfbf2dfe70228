import { dynamo } from '../../functions/runtime/dynamo.ts';

/** Counts the requests to the table by the name of their command while something runs. */
export const countRequests = async (run: () => Promise<unknown>): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {};
  dynamo.middlewareStack.add(
    (next, context) => (args) => {
      const name = `${context.commandName}`;
      counts[name] = (counts[name] ?? 0) + 1;
      return next(args);
    },
    { step: 'initialize', name: 'countRequests' },
  );
  try {
    await run();
  } finally {
    dynamo.middlewareStack.remove('countRequests');
  }
  return counts;
};
