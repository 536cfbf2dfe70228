import { withVisibleCharacters } from '../../../shared/place/plain-characters.ts';

/** Where a command writes: results to `stdout`; what went wrong, and progress, to `stderr`. */
export type CommandIo = {
  stdout: { write(text: string): unknown };
  stderr: { write(text: string): unknown };
};

export type Say = (line: string) => void;

/** Writes whole lines. What a file or an argument hides in one is shown, so that no terminal obeys it. */
export const lineWriters = (io: CommandIo): { print: Say; complain: Say } => ({
  print: (line) => io.stdout.write(`${withVisibleCharacters(line).replaceAll('\r', '�')}\n`),
  complain: (line) => io.stderr.write(`${withVisibleCharacters(line).replaceAll('\r', '�')}\n`),
});
