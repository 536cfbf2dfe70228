import * as z from 'zod';

/** A calendar day in Asia/Shanghai, `2026-11-20`. */
export const LocalDate = z.iso.date().meta({ id: 'LocalDate', description: 'A day in Asia/Shanghai.' });
export type LocalDate = z.infer<typeof LocalDate>;

/** A day of any year, `04-01`. `02-29` is the end of February in every year. */
export const MonthDay = z
  .string()
  .regex(
    /^(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|[12]\d))$/,
  );
export type MonthDay = z.infer<typeof MonthDay>;
