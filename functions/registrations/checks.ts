import { applicationTexts } from '../../shared/registration/application-texts.ts';
import { licenceCheckOf } from '../../shared/registration/licence-check.ts';
import type { Checks, Registration } from '../../shared/registration/registration.ts';
import { worstCheck } from '../../shared/registration/worst-check.ts';
import type { StoredPhoto } from '../store/photos.ts';
import { findPlace } from '../store/places.ts';
import { checkText } from '../store/text-check.ts';

/** What the machine takes at once, in characters, with a margin below its 2,500. */
const MOST_CHARACTERS = 2000;

/** What the machine says of an application before a person looks. */
export const checksOf = async (
  { kind, application, applicant, place }: Registration,
  photos: readonly StoredPhoto[],
): Promise<Checks> => {
  const texts = piecesOf(applicationTexts(application).join('\n'));
  const code =
    kind === 'change' && place !== undefined
      ? (await findPlace(place))?.licenceCode
      : application.licenceCode;
  return {
    text: worstCheck(await Promise.all(texts.map((text) => checkText(applicant, text)))),
    photos: photosCheck(photos),
    licence: licenceCheckOf(code),
  };
};

/** What the machine says of the pictures by now: its answers come minutes after the pictures. */
export const photosCheck = (photos: readonly StoredPhoto[]): Checks['photos'] =>
  worstCheck(photos.map(({ check }) => check));

const piecesOf = (text: string): string[] => {
  const characters = [...text];
  return Array.from({ length: Math.ceil(characters.length / MOST_CHARACTERS) }, (_, index) =>
    characters.slice(index * MOST_CHARACTERS, (index + 1) * MOST_CHARACTERS).join(''),
  );
};
