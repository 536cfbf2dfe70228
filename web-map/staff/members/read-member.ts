/** Letters that Crockford's base 32 leaves out, and what people mean who read them out. */
const MEANT: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** A member code as people type it: any case, with spaces and hyphens; undefined while it is none yet. */
export const readMemberCode = (text: string): string | undefined => {
  const code = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/[OIL]/g, (letter) => MEANT[letter] ?? letter);
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(code) ? code : undefined;
};

/** Grids as they are typed, `A01、A02`. */
export const readGrids = (text: string): string[] => [
  ...new Set(text.split(/[\s,，、;；]+/).filter((grid) => grid !== '')),
];
