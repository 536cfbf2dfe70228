import { COVERAGE_CLASSES } from '../../shared/coverage/coverage-class.ts';
import type { Raster } from '../../shared/coverage/raster.ts';

/** What one engine holds of classes: every class of a subdistrict of 5 by 5 km, two of the largest ground. */
const MOST_CLASS_BYTES = 100_000_000;

/** A cell takes so many bytes of every class: metres, the nearest facility, how much of it is covered. */
const BYTES_OF_CLASS = 12;

/** And so many of the ground: measured, with people in every cell and areas of both kinds. */
const BYTES_OF_GROUND = 76;

/** And so many where distances are walked: its street, how far along it, and how far to get there. */
const BYTES_ALONG_STREETS = 12;

/** How many classes an engine holds of a raster at a time, and the bytes that it comes to with all of them. */
export const engineSize = (
  { width, height }: Pick<Raster, 'width' | 'height'>,
  isAlongStreets = false,
): { classes: number; bytes: number } => {
  const cells = width * height;
  const most = Math.floor(MOST_CLASS_BYTES / (cells * BYTES_OF_CLASS));
  const classes = Math.max(1, Math.min(COVERAGE_CLASSES.length, most));
  const bytesOfCell = BYTES_OF_GROUND + BYTES_OF_CLASS * classes + (isAlongStreets ? BYTES_ALONG_STREETS : 0);
  return { classes, bytes: cells * bytesOfCell };
};
