/**
 * Reads a protobuf message field by field (https://protobuf.dev/programming-guides/encoding/). Throws RangeError where
 * the message ends in the midst of a field.
 */
export class Protobuf {
  readonly bytes: Uint8Array;
  private at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get isDone(): boolean {
    return this.at >= this.bytes.length;
  }

  /** The number of the next field, which must then be read or skipped; 0 at the end. */
  field(): { number: number; wire: number } {
    if (this.isDone) return { number: 0, wire: 0 };
    const key = this.unsigned();
    return { number: Math.floor(key / 8), wire: key % 8 };
  }

  /** A varint below 2^53. */
  unsigned(): number {
    let value = 0;
    let unit = 1;
    for (let count = 0; count < 10; count++) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) throw new RangeError('a number is cut off');
      value += (byte & 0x7f) * unit;
      if (byte < 0x80) return value;
      unit *= 128;
    }
    throw new RangeError('a number is too long');
  }

  /** A zigzag varint. */
  signed(): number {
    const value = this.unsigned();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  /** A varint of two's complement, as `int64` has it; negative ones take ten bytes. */
  twosComplement(): number {
    const begin = this.at;
    const value = this.unsigned();
    if (this.at - begin < 10) return value;
    let bits = 0n;
    for (let index = 9; index >= 0; index--)
      bits = (bits << 7n) | BigInt((this.bytes[begin + index] as number) & 0x7f);
    return Number(BigInt.asIntN(64, bits));
  }

  /** The bytes of a text, of a message or of packed numbers. */
  block(): Uint8Array {
    const length = this.unsigned();
    if (length > this.bytes.length - this.at) throw new RangeError('a block is cut off');
    const begin = this.at;
    this.at += length;
    return this.bytes.subarray(begin, this.at);
  }

  text(): string {
    return new TextDecoder().decode(this.block());
  }

  skip(wire: number): void {
    if (wire === 0) this.unsigned();
    else if (wire === 2) this.block();
    else if (wire === 1) this.at += 8;
    else if (wire === 5) this.at += 4;
    else throw new RangeError(`wire type ${wire}`);
  }
}

/** Calls `on` with each field of a message; it reads the field and answers true, else the field is skipped. */
export const eachField = (bytes: Uint8Array, on: (number: number, message: Protobuf) => boolean): void => {
  const message = new Protobuf(bytes);
  while (!message.isDone) {
    const { number, wire } = message.field();
    if (!on(number, message)) message.skip(wire);
  }
};

/** Packed numbers, each read by `read`. */
export const packed = (bytes: Uint8Array, read: (message: Protobuf) => number): number[] => {
  const message = new Protobuf(bytes);
  const numbers: number[] = [];
  while (!message.isDone) numbers.push(read(message));
  return numbers;
};
