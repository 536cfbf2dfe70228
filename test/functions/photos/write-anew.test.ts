import { describe, expect, it } from 'vitest';
import { decodePicture } from '../../../functions/photos/picture/codecs.ts';
import { writeAnew } from '../../../functions/photos/picture/write-anew.ts';
import { DomainError } from '../../../shared/api/problem.ts';
import {
  BLUE,
  CLEAR,
  colourAt,
  GIF,
  HEIC,
  halves,
  jpeg,
  png,
  RED,
  SVG,
  WEBPS,
  withExif,
} from '../../support/sample-pictures.ts';

const looked = (bytes: Uint8Array) => decodePicture(bytes, 'image/jpeg');
const codeOf = (bytes: Uint8Array) =>
  writeAnew(bytes).then(
    () => 'written',
    (error: unknown) => (error instanceof DomainError ? error.code : error),
  );
/** JPEG changes colours a little. */
const isAbout = (colour: readonly number[], [red, green, blue]: readonly number[]) =>
  [red, green, blue].every((value, index) => Math.abs((value ?? 0) - (colour[index] ?? 0)) < 40);

describe('a picture written anew', () => {
  it('has lost where it was taken, and everything else of its EXIF', async () => {
    const file = withExif(await jpeg(halves(400, 300)), 1);
    expect(file.includes('Exif')).toBe(true);
    const { full, thumbnail } = await writeAnew(file);
    for (const written of [full, thumbnail]) {
      const text = Buffer.from(written).toString('latin1');
      expect(text.includes('Exif')).toBe(false);
      expect([...written.subarray(0, 4)]).toEqual([0xff, 0xd8, 0xff, 0xe0]);
    }
  });

  it.each([
    [1, 400, 300, 'left', RED],
    [3, 400, 300, 'left', BLUE],
    [6, 300, 400, 'top', RED],
    [8, 300, 400, 'top', BLUE],
  ])(
    'stands upright from orientation %i: %i × %i with its %s as it was seen',
    async (orientation, width, height, side, colour) => {
      const picture = await writeAnew(withExif(await jpeg(halves(400, 300)), orientation));
      expect([picture.width, picture.height]).toEqual([width, height]);
      const full = await looked(picture.full);
      const [x, y] = side === 'left' ? [10, 150] : [150, 10];
      expect(isAbout(colour, colourAt(full, x, y))).toBe(true);
    },
  );

  it('measures at most 1600 pixels, its thumbnail 320, in the shape it had', async () => {
    const picture = await writeAnew(await jpeg(halves(2400, 1200)));
    expect([picture.width, picture.height]).toEqual([1600, 800]);
    const [full, thumbnail] = await Promise.all([looked(picture.full), looked(picture.thumbnail)]);
    expect([full.width, full.height, thumbnail.width, thumbnail.height]).toEqual([1600, 800, 320, 160]);
    expect(isAbout(RED, colourAt(thumbnail, 10, 80)) && isAbout(BLUE, colourAt(thumbnail, 310, 80))).toBe(
      true,
    );
  });

  it('is never made larger, down to one pixel', async () => {
    const { width, height, thumbnail } = await writeAnew(await jpeg(halves(1, 1)));
    expect([width, height, (await looked(thumbnail)).width]).toEqual([1, 1, 1]);
  });

  it('is white where a PNG is transparent', async () => {
    const { full } = await writeAnew(png(halves(40, 20, CLEAR, BLUE)));
    const pixels = await looked(full);
    expect(isAbout([255, 255, 255], colourAt(pixels, 5, 10))).toBe(true);
    expect(isAbout(BLUE, colourAt(pixels, 35, 10))).toBe(true);
  });

  it.each(Object.entries(WEBPS))('reads %s WebP', async (_form, file) => {
    const picture = await writeAnew(Buffer.from(file, 'base64'));
    expect([picture.width, picture.height]).toEqual([40, 20]);
    const full = await looked(picture.full);
    expect(isAbout(RED, colourAt(full, 5, 15)) && isAbout(BLUE, colourAt(full, 35, 15))).toBe(true);
  });

  it('leaves behind what hides after the end of a picture', async () => {
    const { full } = await writeAnew(
      Buffer.concat([await jpeg(halves(40, 30)), Buffer.from('<script>alert(1)</script>')]),
    );
    expect(Buffer.from(full).includes('script')).toBe(false);
  });

  it.each([
    ['an SVG', SVG, 'unsupported_photo'],
    ['a GIF', GIF, 'unsupported_photo'],
    ['an HEIC', HEIC, 'unsupported_photo'],
    ['a page of HTML', Buffer.from('<!doctype html><script>alert(1)</script>'), 'unsupported_photo'],
    ['nothing', Buffer.alloc(0), 'unsupported_photo'],
    ['a PNG that breaks off in its header', png(halves(9, 9)).subarray(0, 14), 'unsupported_photo'],
    ['a PNG that breaks off', png(halves(90, 90)).subarray(0, 60), 'photo_unreadable'],
    ['a PNG of no size', png(halves(9, 9), { width: 0, height: 9 }), 'photo_unreadable'],
    ['a WebP that breaks off', Buffer.from(WEBPS.lossy, 'base64').subarray(0, 50), 'photo_unreadable'],
    [
      'a small file of 40,000 × 40,000 pixels',
      png(halves(9, 9), { width: 40_000, height: 40_000 }),
      'photo_unreadable',
    ],
    [
      'noise behind the mark of a JPEG',
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(3000, 7)]),
      'unsupported_photo',
    ],
  ])('refuses %s', async (_what, file, code) => {
    expect(await codeOf(file)).toBe(code);
  });

  it('refuses a JPEG that tells the decoder another size than us, behind what is no marker', async () => {
    const whole = await jpeg(halves(400, 300));
    // The decoder skips two bytes, we would skip the length they seem to have: onto the frame in a comment.
    const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 8, 0, 8, 1, 1, 0x11, 0]);
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, frame.length + 2]), frame]);
    const skipped = Buffer.from([0xff, 0x00, 0, 2 + 4]);
    const file = Buffer.concat([whole.subarray(0, 2), skipped, comment, whole.subarray(2)]);
    expect(await codeOf(file)).toBe('unsupported_photo');
  });

  it('refuses a JPEG that breaks off, wherever it does', async () => {
    const file = withExif(await jpeg(halves(200, 150)), 1);
    for (const share of [0.3, 0.6, 0.9, 0.999]) {
      const cut = file.subarray(0, Math.floor(file.length * share));
      expect(await codeOf(cut)).toMatch(/^(unsupported_photo|photo_unreadable)$/);
    }
  });

  it('still reads the next one after a broken one', async () => {
    const whole = await jpeg(halves(40, 30));
    const broken = Buffer.from(whole);
    broken.fill(0x11, 2, 40);
    expect(await codeOf(broken)).not.toBe('written');
    expect(await codeOf(whole)).toBe('written');
  });

  it('is sixteen hundred pixels long at most, from twelve million', async () => {
    const { full, width, height } = await writeAnew(await jpeg(halves(4000, 3000)));
    expect([width, height]).toEqual([1600, 1200]);
    expect(colourAt(await looked(full), 100, 600).slice(0, 3)).toSatisfy((colour: number[]) =>
      isAbout(colour, RED),
    );
  }, 60_000);
});
