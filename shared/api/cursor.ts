import * as z from 'zod';

/** Where an earlier page ended: opaque text, only good for the list that answered it. */
export const Cursor = z.string().max(300).meta({ description: 'The `next` of the page before.' });
