/** One parameter of an address: how it is read (undefined where it makes no sense) and, unless as it stands, written. */
export type Parameter<Value> = {
  name: string;
  read(text: string): Value | undefined;
  /** Asked only where there is a value; `''` says nothing. */
  write?(value: NonNullable<Value>): string;
};

/** The parameters of a page's state, in the order in which they are written. */
export type Parameters<State> = { readonly [Key in keyof State]: Parameter<State[Key]> };

/** The id of anything that is stored. */
export const ULID = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** Reads one of a few codes. */
export const oneOf =
  <Code extends string>(codes: readonly Code[]) =>
  (text: string): Code | undefined =>
    codes.find((code) => code === text);

/** Reads whatever a pattern lets through. */
export const matching =
  (pattern: RegExp) =>
  (text: string): string | undefined =>
    pattern.test(text) ? text : undefined;

/** Something that is on or off. */
export const flag = { read: (text: string) => text === '1', write: (on: boolean) => (on ? '1' : '') };

/** Reads `#class=meal&hour=23`. What it does not know or cannot read it leaves at its default. */
export function readParameters<State>(parameters: Parameters<State>, empty: State, hash: string): State {
  const texts = new URLSearchParams(hash.replace(/^#/, ''));
  const state = { ...empty };
  for (const key of keysOf(parameters)) {
    const text = texts.get(parameters[key].name);
    const value = text === null ? undefined : parameters[key].read(text);
    if (value !== undefined) state[key] = value;
  }
  return state;
}

/** Writes a state as a hash; `''` when everything stands at its default. */
export function writeParameters<State>(parameters: Parameters<State>, empty: State, state: State): string {
  const parts = keysOf(parameters).flatMap((key) => {
    const text = textOf(parameters[key], state[key]);
    return text && text !== textOf(parameters[key], empty[key]) ? [written(parameters[key].name, text)] : [];
  });
  return parts.length > 0 ? `#${parts.join('&')}` : '';
}

const keysOf = <State>(parameters: Parameters<State>) => Object.keys(parameters) as (keyof State)[];

const textOf = <Value>({ write }: Parameter<Value>, value: Value): string => {
  if (value === undefined || value === null) return '';
  return write ? write(value) : String(value);
};

/** Commas separate values and may stay readable. Unlike `encodeURIComponent` this takes half an emoji too. */
const written = (name: string, text: string): string =>
  new URLSearchParams([[name, text]]).toString().replace(/%2C/g, ',');
