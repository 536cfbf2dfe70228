/** Logs an unexpected error as one JSON line: what broke and where, never what a person sent. */
export const logError = (error: unknown, route: string, requestId: string): void => {
  const { name, message, stack } = withoutQuotes(error instanceof Error ? error : new Error(String(error)));
  console.error(JSON.stringify({ level: 'error', route, requestId, name, message, stack }));
};

/** A parser of JSON quotes the text that it cannot read. */
const withoutQuotes = ({ name, message, stack = '' }: Error) => {
  if (name !== 'SyntaxError') return { name, message, stack };
  const said = 'a text is malformed';
  return { name, message: said, stack: stack.replace(message, () => said) };
};

/** Logs what an operator has to put right, as one JSON line that an alarm looks for: `alarm` is true. */
export const logAlarm = (source: string, facts: Record<string, unknown>): void => {
  console.error(JSON.stringify({ level: 'error', alarm: true, source, ...facts }));
};
