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

const { bundle, functionName, kind } = workerData as EnvironmentSettings;
const { handler } = createRequire(bundle)(bundle) as { handler?: Handler };
if (typeof handler !== 'function') throw new Error(`${bundle} exports no handler`);
const port = parentPort;
if (port === null) throw new Error('an execution environment runs in a worker thread');

port.on('message', ([eventText, requestId, timeoutMs]: EnvironmentRequest) => {
  void answer(handler, eventText, lambdaContext(requestId, timeoutMs)).then((message) => {
    const moved = message[0] === 'answered' ? [message[3].buffer as ArrayBuffer] : [];
    port.postMessage(message, moved);
  });
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
  if (kind === 'event') return ['returned', JSON.stringify(result ?? null)];
  return plainAnswer(result) ?? ['malformed'];
}

/** A Lambda's answer, at most. */
const MAX_ANSWER_CHARACTERS = 6 * 1024 * 1024;

/**
 * Takes an answer apart into what costs least to hand over: a number, a flat list of strings, and the bytes of
 * the body. They are made here and not by the gateway, whose one thread serves all environments.
 */
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
  if (body !== undefined && body.length > MAX_ANSWER_CHARACTERS)
    return ['malformed', 'the answer is over 6 MB'];
  return [
    'answered',
    statusCode as number,
    flat,
    bytesOf(body ?? '', isBase64Encoded === true ? 'base64' : 'utf8'),
  ];
}

/** Bytes in memory of their own, which can be moved to another thread; a small `Buffer` shares its memory. */
function bytesOf(text: string, encoding: 'base64' | 'utf8'): Uint8Array {
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text, encoding));
  // The length of base64 is an upper bound where it holds line breaks.
  return bytes.subarray(0, bytes.write(text, encoding));
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
