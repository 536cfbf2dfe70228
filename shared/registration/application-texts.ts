import type { Draft } from './application.ts';

/** Every text of an application that a machine should read before people do. */
export const applicationTexts = (draft: Draft): string[] =>
  [
    draft.name,
    draft.nameEn,
    draft.address,
    draft.publicPhone,
    draft.pledge,
    draft.note,
    draft.access?.entrance,
    draft.access?.ebikeParking,
    draft.access?.whoMayEnter,
    ...(draft.services ?? []).flatMap(({ name, note }) => [name, note]),
    ...(draft.amenities ?? []).map(({ note }) => note),
    ...(draft.schedule?.exceptions ?? []).map(({ reason }) => reason),
  ].filter((text) => text !== undefined && text.trim() !== '') as string[];
