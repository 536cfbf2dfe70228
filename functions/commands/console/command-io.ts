/** Where a command writes: results to `stdout`; what went wrong, and progress, to `stderr`. */
export type CommandIo = {
  stdout: { write(text: string): unknown };
  stderr: { write(text: string): unknown };
};

export type Say = (line: string) => void;

/** Writes whole lines. */
export const lineWriters = (io: CommandIo): { print: Say; complain: Say } => ({
  print: (line) => io.stdout.write(`${line}\n`),
  complain: (line) => io.stderr.write(`${line}\n`),
});
