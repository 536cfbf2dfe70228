/**
 * What an execution environment is started with. It answers requests (`http`), or is told events (`event`), whose
 * result only says what is to be told again.
 */
export type EnvironmentSettings = { bundle: string; functionName: string; kind: 'http' | 'event' };

/** To an environment: the event as JSON text, the request's id, and how long the answer may take. */
export type EnvironmentRequest = [eventText: string, requestId: string, timeoutMs: number];

/** From an environment: once `ready`, then one of the others for each request. */
export type EnvironmentAnswer =
  | ['ready']
  | ['answered', statusCode: number, headers: string[], body: Uint8Array]
  | ['returned', json: string]
  | ['malformed', why?: string]
  | ['failed'];
