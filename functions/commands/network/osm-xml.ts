import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { BrokenOsm, NO_TAGS, type OsmHandler, type OsmHead, type OsmReader } from './osm-reader.ts';
import { attributeOf, type XmlTag, xmlTags } from './xml-tags.ts';

/** More than this no file of a city has; what unpacks to more was made to. */
export const MOST_UNPACKED_GIGABYTES = 8;

/** OpenStreetMap's ways have at most 2,000 points, and far fewer tags. */
const MOST_PARTS = 100_000;

/** Reads OpenStreetMap's XML, packed with gzip or not. */
export const osmXml = (file: string, isPacked: boolean): OsmReader => ({
  head: async () => {
    let head: OsmHead = { date: undefined };
    await scan(file, isPacked, (tag, stop) => {
      if (!tag.isOpening) return;
      const moment =
        tag.name === 'osm'
          ? attributeOf(tag.attributes, 'timestamp')
          : tag.name === 'meta'
            ? attributeOf(tag.attributes, 'osm_base')
            : undefined;
      if (moment && /^\d{4}-[01]\d-[0-3]\d/.test(moment)) head = { date: moment.slice(0, 10) };
      if (tag.name === 'node' || tag.name === 'way') stop();
    });
    return head;
  },
  read: (handler) => scan(file, isPacked, elements(handler)),
});

type OnTag = (tag: XmlTag, stop: () => void) => void;

const scan = async (file: string, isPacked: boolean, onTag: OnTag): Promise<void> => {
  let isStopped = false;
  let isRootSeen = false;
  const tags = xmlTags((tag) => {
    if (isStopped) return;
    if (!isRootSeen && tag.name !== 'osm') throw new BrokenOsm('root', tag.line, tag.name);
    isRootSeen = true;
    onTag(tag, () => {
      isStopped = true;
    });
  });
  const bytes = createReadStream(file, { highWaterMark: 256 * 1024 });
  const unpacked = isPacked ? bytes.pipe(createGunzip()) : bytes;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let total = 0;
  try {
    for await (const chunk of unpacked as AsyncIterable<Uint8Array>) {
      total += chunk.length;
      if (total > MOST_UNPACKED_GIGABYTES * 1024 ** 3) throw new BrokenOsm('unpacked', tags.line());
      tags.add(decoder.decode(chunk, { stream: true }));
      if (isStopped) return;
    }
    tags.add(decoder.decode());
  } catch (error) {
    // What gzip says of a file that is cut off or damaged, and what the decoder says of bytes that are no text.
    if (isPacked && error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
      throw new BrokenOsm('gzip', tags.line());
    if (error instanceof TypeError) throw new BrokenOsm('xml', tags.line());
    throw error;
  } finally {
    bytes.destroy();
  }
  tags.end();
};

/** Puts nodes and ways together from their tags. */
const elements = ({ node, way }: OsmHandler): OnTag => {
  let tags: Map<string, string> | undefined;
  let refs: number[] = [];
  let begun: XmlTag | undefined;
  const numberOf = (tag: XmlTag, name: string): number => {
    const value = attributeOf(tag.attributes, name);
    const number = Number(value);
    if (value === undefined || value === '' || !Number.isFinite(number)) throw new BrokenOsm('xml', tag.line);
    return number;
  };
  return (tag) => {
    const isWanted = tag.name === 'node' ? node !== undefined : tag.name === 'way' && way !== undefined;
    if (tag.name === 'remark') throw new BrokenOsm('remark', tag.line);
    if (isWanted && tag.isOpening) {
      [tags, refs, begun] = [undefined, [], tag];
      return;
    }
    if (!begun) return;
    if (refs.length > MOST_PARTS || (tags && tags.size > MOST_PARTS)) throw new BrokenOsm('xml', tag.line);
    if (tag.isOpening && tag.name === 'tag') {
      tags ??= new Map();
      tags.set(attributeOf(tag.attributes, 'k') ?? '', attributeOf(tag.attributes, 'v') ?? '');
    } else if (tag.isOpening && tag.name === 'nd') {
      refs.push(numberOf(tag, 'ref'));
    } else if (!tag.isOpening && tag.name === begun.name) {
      const of = begun;
      begun = undefined;
      if (/\s(?:visible="false"|visible='false'|action="delete"|action='delete')/.test(of.attributes)) return;
      if (of.name === 'way') way?.(refs, tags ?? NO_TAGS);
      else node?.(numberOf(of, 'id'), numberOf(of, 'lon'), numberOf(of, 'lat'), tags ?? NO_TAGS);
    }
  };
};
