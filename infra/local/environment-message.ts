/** What an execution environment is started with. */
export type EnvironmentSettings = { bundle: string; functionName: string };

/** To an environment: the event as JSON text, the request's id, and how long the answer may take. */
export type EnvironmentRequest = [eventText: string, requestId: string, timeoutMs: number];

/** From an environment: once `ready`, then one of the others for each request. */
export type EnvironmentAnswer =
  | ['ready']
  | ['answered', statusCode: number, headers: string[], body: Uint8Array]
  | ['malformed', why?: string]
  | ['failed'];
