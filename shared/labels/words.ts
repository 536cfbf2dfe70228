/** A name in both languages. */
export type Words = { zh: string; en: string };

/** The words of every code of one enumeration; a code without words does not compile. */
export type WordsOf<Code extends string> = Readonly<Record<Code, Words>>;
