/** What the system calls the error of a file (`EACCES`), for a sentence about it. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);
