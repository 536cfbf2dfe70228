import * as z from 'zod';
import { Position } from '../geo/position.ts';
import { CoverageWarning } from './coverage-answer.ts';

/** Where new facilities of a class do most, and how far from the best possible that may be. */
export const ProposedSites = z
  .object({
    sites: z.array(
      z.object({
        position: Position,
        /** Whether it was decided on before; locked ones come first. */
        locked: z.boolean(),
        /** What it adds to those before it. */
        gained: z.number(),
        /** What is covered with it and those before it, and its share of all. */
        covered: z.number(),
        coveredShare: z.number(),
      }),
    ),
    /** Whether people are counted here or, where nobody was, square metres. */
    weightedBy: z.enum(['people', 'area']),
    total: z.number(),
    coveredBefore: z.number(),
    gained: z.number(),
    /** No choice of so many sites gains more than this. */
    bound: z.number(),
    /** (bound − gained) / bound: how far at most the best possible is from this. */
    gapToBound: z.number(),
    /** How many sites were chosen from and, where they were laid out evenly, how far apart. */
    candidates: z.int(),
    spacingMeters: z.number().optional(),
    /** On foot: who has a facility within this far is served. */
    meters: z.number(),
    dataDates: z.record(z.string(), z.string()),
    warnings: z.array(CoverageWarning),
  })
  .meta({ id: 'ProposedSites' });
export type ProposedSites = z.infer<typeof ProposedSites>;
