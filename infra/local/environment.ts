/**
 * The inside of a worker thread that plays one Lambda execution environment: it loads a context's bundle
 * once, as Lambda does at a cold start, then takes one request at a time. Bundled by the build and run as
 * plain JavaScript, so that no loader weighs on what is measured.
 *
 * In comes the event as JSON text with its request id and the time left; out goes an `EnvironmentAnswer`.
 */
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { EnvironmentAnswer, EnvironmentRequest, EnvironmentSettings } from './environment-message.ts';

type Handler = (event: unknown, context: object) => unknown;

const { bundle, functionName } = workerData as EnvironmentSettings;
const { handler } = createRequire(bundle)(bundle) as { handler?: Handler };
if (typeof handler !== 'function') throw new Error(`${bundle} exports no handler`);
const port = parentPort;
if (port === null) throw new Error('an execution environment runs in a worker thread');

port.on('message', ([eventText, requestId, timeoutMs]: EnvironmentRequest) => {
  void answer(handler, eventText, lambdaContext(requestId, timeoutMs)).then((message) =>
    port.postMessage(message),
  );
});
port.postMessage(['ready']);

async function answer(handle: Handler, eventText: string, context: object): Promise<EnvironmentAnswer> {
  let result: unknown;
  try {
    result = await handle(JSON.parse(eventText), context);
  } catch (error) {
    console.error(error);
    return ['failed'];
  }
  return plainAnswer(result) ?? ['malformed'];
}

/** Takes an answer apart into what costs least to hand over: a number, strings and flat lists of them. */
function plainAnswer(result: unknown): EnvironmentAnswer | undefined {
  if (typeof result !== 'object' || result === null) return undefined;
  const { statusCode, headers, cookies, body, isBase64Encoded } = result as Record<string, unknown>;
  if (!Number.isInteger(statusCode) || (statusCode as number) < 200 || (statusCode as number) > 599) {
    return undefined;
  }
  if (body !== undefined && typeof body !== 'string') return undefined;
  const flat: string[] = [];
  for (const name in headers as object) flat.push(name, String((headers as Record<string, unknown>)[name]));
  if (Array.isArray(cookies)) for (const cookie of cookies) flat.push('set-cookie', String(cookie));
  return ['answered', statusCode as number, flat, body ?? '', isBase64Encoded === true];
}

function lambdaContext(requestId: string, timeoutMs: number): object {
  const deadline = performance.now() + timeoutMs;
  return {
    awsRequestId: requestId,
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: `local:${functionName}`,
    memoryLimitInMB: '1024',
    logGroupName: functionName,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.now())),
  };
}
