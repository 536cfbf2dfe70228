import * as z from 'zod';
import { plainText } from '../place/plain-text.ts';

/** A reason that reviewers use again and again; staff edit their own. */
export const ReasonTemplate = z
  .strictObject({
    outcome: z.enum(['needs_changes', 'rejected']),
    title: plainText(30).min(1),
    text: plainText(500).min(1),
    /** The same in English, where somebody wrote it. */
    en: z.strictObject({ title: plainText(60).min(1), text: plainText(500).min(1) }).optional(),
  })
  .meta({ id: 'ReasonTemplate' });
export type ReasonTemplate = z.infer<typeof ReasonTemplate>;
