import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

/**
 * A body that is JSON text already, with what can be computed from it once and kept: a cached answer costs
 * neither a second rendering nor a second compression. `Body` is the type the text is known to hold.
 */
export class Rendered<Body> {
  /** Only for the compiler: a text of one shape is not a text of another. */
  declare readonly shape: Body;
  readonly text: string;
  #etag: string | undefined;
  #gzipped: string | undefined;

  /** `etag`: one made of what the text was made from, which is known before the text is. */
  constructor(text: string, etag?: string) {
    this.text = text;
    this.#etag = etag;
  }

  /** A weak validator: the compressed form differs in its bytes, not in its meaning. */
  get etag(): string {
    this.#etag ??= `W/"${createHash('sha1').update(this.text).digest('base64url').slice(0, 20)}"`;
    return this.#etag;
  }

  toString(): string {
    return this.text;
  }

  /** The compressed text in base64, as a Lambda hands over bytes. */
  get gzipped(): string {
    this.#gzipped ??= gzipSync(this.text, { level: 6 }).toString('base64');
    return this.#gzipped;
  }
}

/** Renders a value once. */
export const render = <Body>(value: Body): Rendered<Body> => new Rendered<Body>(JSON.stringify(value));
