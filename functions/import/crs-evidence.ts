import { convertPosition } from '../../shared/geo/crs.ts';
import { isWithin } from '../../shared/geo/polygon.ts';
import { Crs } from '../../shared/geo/position.ts';
import type { Subdistrict } from '../../shared/subdistrict/subdistrict.ts';
import type { ReadRow } from './read-row.ts';

/** Half a kilometre carries this share of the rows out of even a large subdistrict, 10 km across. */
const LEAST_SHARE_OUTSIDE = 0.05;

/** This many rows tell as much about the whole file as all of them. */
const MOST_TRIED = 5000;

/** Another CRS than the one that was named: of `outside` rows that lie outside it would put `rows` inside. */
export type LikelyCrs = { crs: Crs; rows: number; outside: number };

/**
 * Gathers, row by row, what speaks for another CRS. It takes all of these: a good share of the rows lies
 * outside, most of those would lie well inside, and of all rows more would lie inside than do now; for the
 * wrong CRS moves every row, and one that merely moves everything westwards loses as many as it wins.
 */
export const crsEvidence = ({ outline }: Subdistrict) => {
  const counts = () => new Map(Crs.options.map((crs) => [crs, 0]));
  const add = (map: Map<Crs, number>, crs: Crs) => map.set(crs, (map.get(crs) ?? 0) + 1);
  const [within, wellWithin] = [counts(), counts()];
  let [tried, outside] = [0, 0];

  return {
    /** Adds a row; `fits` are the CRS that would put it well inside, undefined for one that is inside. */
    add({ given }: Pick<ReadRow, 'given'>, fits: readonly Crs[] | undefined): void {
      if (tried === MOST_TRIED) return;
      tried += 1;
      if (fits) outside += 1;
      for (const crs of fits ?? []) add(wellWithin, crs);
      for (const crs of Crs.options) {
        const isInside =
          crs === given.crs
            ? fits === undefined
            : isWithin(convertPosition(given.position, crs, 'wgs84'), outline);
        if (isInside) add(within, crs);
      }
    },

    /** The CRS the file is probably in, if not the one it was read in. */
    likelyCrs(): LikelyCrs | undefined {
      if (outside < tried * LEAST_SHARE_OUTSIDE) return undefined;
      const [best] = [...within].sort(([, a], [, b]) => b - a);
      if (!best || best[1] <= tried - outside) return undefined;
      const [crs] = best;
      const rows = wellWithin.get(crs) ?? 0;
      return rows > 1 && rows * 2 > outside ? { crs, rows, outside } : undefined;
    },
  };
};
