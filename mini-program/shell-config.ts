/** Put in by the build: where the site and its API answer, and which subscription templates there are. */
declare const SHELL_CONFIG: { origin: string; templates: string[] };

export const shellConfig = SHELL_CONFIG;
