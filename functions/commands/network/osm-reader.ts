import type { Tags } from '../../../shared/coverage/network/walking-rules.ts';

/** Is told what a file of OpenStreetMap holds, in the file's order; what it does not ask for is skipped unread. */
export type OsmHandler = {
  node?: (id: number, lng: number, lat: number, tags: Tags) => void;
  way?: (nodes: readonly number[], tags: Tags) => void;
};

/** What a file says about itself. */
export type OsmHead = {
  /** The day its data are of. */
  date: string | undefined;
};

/** Reads a file from its beginning to its end, holding a small part of it at a time. */
export type OsmReader = { head: () => Promise<OsmHead>; read: (handler: OsmHandler) => Promise<void> };

/** What is known of a file that turned out to be broken. */
export class BrokenOsm extends Error {
  /** The line of an XML file, or the block of a PBF. */
  readonly where: number;
  readonly kind: 'xml' | 'pbf' | 'gzip' | 'remark' | 'unpacked' | 'feature' | 'doctype' | 'root';
  constructor(kind: BrokenOsm['kind'], where: number, detail = '') {
    super(detail);
    this.kind = kind;
    this.where = where;
  }
}

export const NO_TAGS: Tags = new Map();
