import type { Sentences } from '../../import/sentences-zh.ts';
import type { Say } from '../console/command-io.ts';

/** What the command gives an import: the language, where to write, and what is not the same twice. */
export type ImportTools = {
  say: Sentences;
  print: Say;
  saveReport: (file: string, text: string) => Promise<void>;
  now: () => string;
  newId: () => string;
  /** Milliseconds of a clock that only runs forward. */
  elapsed: () => number;
};
