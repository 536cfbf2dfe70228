/** A list with a code added, or taken out where it was in. */
export const toggled = <Code extends string>(codes: readonly Code[], code: Code): Code[] =>
  codes.includes(code) ? codes.filter((other) => other !== code) : [...codes, code];
