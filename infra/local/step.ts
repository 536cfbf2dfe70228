/** Does one step of a command and prints its name and time, so that a slow start explains itself. */
export async function step<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const begun = performance.now();
  const result = await work();
  const seconds = ((performance.now() - begun) / 1000).toFixed(2);
  console.log(`${name.padEnd(28)} ${seconds.padStart(6)} s`);
  return result;
}
