import { DomainError } from '../../../shared/api/problem.ts';
import { BrokenOsm } from './osm-reader.ts';
import { MOST_UNPACKED_GIGABYTES } from './osm-xml.ts';
import type { NetworkSentences } from './sentences-zh.ts';

/** The readers know no language: what they find broken is said here. */
export const tellBroken = async <Result>(
  file: string,
  say: NetworkSentences,
  read: () => Promise<Result>,
): Promise<Result> => {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof BrokenOsm)) throw error;
    throw new DomainError('invalid_request', sentenceOf(error, file, say));
  }
};

const sentenceOf = ({ kind, where, message }: BrokenOsm, file: string, say: NetworkSentences): string => {
  switch (kind) {
    case 'xml':
      return say.brokenXml(file, where);
    case 'pbf':
      return say.brokenPbf(file, where);
    case 'gzip':
      return say.brokenGzip(file);
    case 'remark':
      return say.remark(file);
    case 'unpacked':
      return say.unpackedTooLarge(file, MOST_UNPACKED_GIGABYTES);
    case 'feature':
      return say.unknownFeature(file, message);
    case 'doctype':
      return say.documentType(file);
    case 'root':
      return say.otherRoot(file, message);
  }
};
