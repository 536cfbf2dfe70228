import { MOST_AREA_BYTES } from './area-limits.ts';

/** Texts of as many things each as an item takes, in their order. */
export const packedItems = (things: readonly unknown[]): string[] => {
  const parts: string[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const thing of things) {
    const text = JSON.stringify(thing);
    const more = bytesOf(text) + 1;
    if (bytes + more > MOST_AREA_BYTES) {
      parts.push([]);
      bytes = 0;
    }
    bytes += more;
    parts.at(-1)?.push(text);
  }
  return parts.map((texts) => `[${texts.join(',')}]`);
};

/** How many bytes a text takes in UTF-8. */
export const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
