/** The streets of 华阳路街道 run about so far from north, against the clock, in radians. */
export const TURN = (18 * Math.PI) / 180;
