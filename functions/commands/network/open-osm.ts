import { open, stat } from 'node:fs/promises';
import { DomainError } from '../../../shared/api/problem.ts';
import { codeOf } from '../console/error-code.ts';
import { osmPbf } from './osm-pbf.ts';
import type { OsmReader } from './osm-reader.ts';
import { osmXml } from './osm-xml.ts';
import type { NetworkSentences } from './sentences-zh.ts';

/** An extract of a province has a tenth of it. */
const MOST_MEGABYTES = 2048;

/** Opens a file of OpenStreetMap by what is in it, whatever its name ends in. */
export const openOsm = async (file: string, say: NetworkSentences): Promise<OsmReader> => {
  const refuse = (sentence: string) => new DomainError('invalid_request', sentence);
  const found = await stat(file).catch(() => undefined);
  // A pipe or a device may have no end.
  if (!found?.isFile()) throw refuse(say.noSuchFile(file));
  const megabytes = Math.ceil(found.size / 1024 / 1024);
  if (megabytes > MOST_MEGABYTES) throw refuse(say.fileTooLarge(megabytes, MOST_MEGABYTES));
  const begin = await firstBytes(file).catch((error: unknown) => {
    throw refuse(say.cannotOpen(file, codeOf(error)));
  });
  if (begin.length === 0) throw refuse(say.emptyFile(file));
  const text = begin.toString('latin1');
  if (text.startsWith('\x1f\x8b')) return osmXml(file, true);
  if (text.startsWith('BZh')) throw refuse(say.otherPacking(file, 'bzip2', 'bunzip2'));
  if (text.startsWith('PK')) throw refuse(say.otherPacking(file, 'zip', 'unzip'));
  if (text.slice(4, 24).includes('OSMHeader')) return osmPbf(file);
  if (/^(?:\xef\xbb\xbf)?\s*</.test(text)) return osmXml(file, false);
  throw refuse(say.notOsm(file));
};

const firstBytes = async (file: string): Promise<Buffer> => {
  const handle = await open(file);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(64), 0, 64, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
};
