import { BrokenOsm } from './osm-reader.ts';

/** One opening or closing tag of an XML text. An empty element gives both. */
export type XmlTag = { name: string; isOpening: boolean; attributes: string; line: number };

/** A tag longer than this is none: OpenStreetMap's values have at most 255 characters. */
const MOST_TAG_CHARACTERS = 64 * 1024;

/** A file of OpenStreetMap nests three deep. */
const MOST_DEPTH = 64;

const TAG = /<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;

/**
 * The tags of an XML text that comes in pieces, checked to nest and to end. Text between them is passed over, comments
 * and instructions too; a document type, which could define entities without end, is refused.
 */
export const xmlTags = (onTag: (tag: XmlTag) => void) => {
  const open: string[] = [];
  let rest = '';
  let line = 1;
  let hasRoot = false;

  const take = (text: string, isLast: boolean): number => {
    let at = 0;
    const pass = (to: number): void => {
      for (
        let index = text.indexOf('\n', at);
        index !== -1 && index < to;
        index = text.indexOf('\n', index + 1)
      ) {
        line += 1;
      }
      at = to;
    };
    for (;;) {
      const start = text.indexOf('<', at);
      if (start === -1) {
        pass(text.length);
        return at;
      }
      pass(start);
      if (text.startsWith('<!--', at) || text.startsWith('<?', at)) {
        const close = text[at + 1] === '?' ? '?>' : '-->';
        const end = text.indexOf(close, at + 2);
        if (end === -1) return at;
        pass(end + close.length);
        continue;
      }
      if (text.startsWith('<!D', at)) throw new BrokenOsm('doctype', line);
      TAG.lastIndex = at;
      const found = TAG.exec(text);
      if (!found) {
        if (isLast || text.length - at > MOST_TAG_CHARACTERS) throw new BrokenOsm('xml', line);
        return at;
      }
      const [, closing, name = '', attributes = '', empty] = found;
      if (closing) {
        if (open.pop() !== name || attributes !== '' || empty) throw new BrokenOsm('xml', line);
        onTag({ name, isOpening: false, attributes, line });
      } else {
        if (open.length === 0 && hasRoot) throw new BrokenOsm('xml', line);
        hasRoot = true;
        onTag({ name, isOpening: true, attributes, line });
        if (empty) onTag({ name, isOpening: false, attributes, line });
        else if (open.push(name) > MOST_DEPTH) throw new BrokenOsm('xml', line);
      }
      pass(TAG.lastIndex);
    }
  };

  return {
    add(text: string): void {
      rest += text;
      const taken = take(rest, false);
      rest = rest.slice(taken);
      if (rest.length > 4 * MOST_TAG_CHARACTERS) throw new BrokenOsm('xml', line);
    },
    end(): void {
      take(rest, true);
      if (open.length > 0 || !hasRoot) throw new BrokenOsm('xml', line);
    },
    line: () => line,
  };
};

const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The value of an attribute, or undefined. */
export const attributeOf = (attributes: string, name: string): string | undefined => {
  ATTRIBUTE.lastIndex = 0;
  for (let found = ATTRIBUTE.exec(attributes); found; found = ATTRIBUTE.exec(attributes)) {
    if (found[1] === name) return withCharacters(found[2] ?? found[3] ?? '');
  }
  return undefined;
};

const CHARACTERS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const withCharacters = (value: string): string =>
  value.includes('&')
    ? value.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
        const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : Number.NaN;
        if (name) return CHARACTERS[name] ?? whole;
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      })
    : value;
