/** An end that needs no stack: the message is one clear sentence for whoever typed the command. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** Runs a command's main function; a refusal is printed as its sentence, anything else with its stack. */
export async function runMain(main: () => Promise<number | undefined>): Promise<void> {
  try {
    const code = await main();
    if (code !== undefined) process.exitCode = code;
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    process.exit(1);
  }
}
