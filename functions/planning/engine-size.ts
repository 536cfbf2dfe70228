import { COVERAGE_CLASSES } from '../../shared/coverage/coverage-class.ts';
import type { Ground } from '../../shared/coverage/ground.ts';

/** What one engine holds of classes at most: every class of a subdistrict of 5 by 5 km, a few of a whole county. */
const MOST_CLASS_BYTES = 150_000_000;

/** A cell takes so many bytes of every class: metres, the nearest facility, how much of it is covered. */
const BYTES_OF_CLASS = 12;

/** And so many of the ground: measured, with people in every cell and areas of both kinds. */
const BYTES_OF_GROUND = 76;

/** How many classes an engine holds of a ground at a time, and the bytes that it comes to with all of them. */
export const engineSize = ({ raster }: Pick<Ground, 'raster'>): { classes: number; bytes: number } => {
  const cells = raster.width * raster.height;
  const most = Math.floor(MOST_CLASS_BYTES / (cells * BYTES_OF_CLASS));
  const classes = Math.max(1, Math.min(COVERAGE_CLASSES.length, most));
  return { classes, bytes: cells * (BYTES_OF_GROUND + BYTES_OF_CLASS * classes) };
};
