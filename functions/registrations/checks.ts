import { applicationTexts } from '../../shared/registration/application-texts.ts';
import { licenceCheckOf } from '../../shared/registration/licence-check.ts';
import type { Checks, Registration } from '../../shared/registration/registration.ts';
import { worstCheck } from '../../shared/registration/worst-check.ts';
import type { StoredPhoto } from '../store/photo-items.ts';
import { findPlace } from '../store/places.ts';
import { checkText } from '../store/text-check.ts';

/** What the machine says of an application before a person looks. */
export const checksOf = async (
  { kind, application, applicant, place }: Registration,
  photos: readonly StoredPhoto[],
): Promise<Checks> => {
  const code =
    kind === 'change' && place !== undefined
      ? (await findPlace(place))?.licenceCode
      : application.licenceCode;
  return {
    text: await checkText(applicant, applicationTexts(application).join('\n')),
    photos: photosCheck(photos),
    licence: licenceCheckOf(code),
  };
};

/** What the machine says of the pictures by now: its answers come minutes after the pictures. */
export const photosCheck = (photos: readonly StoredPhoto[]): Checks['photos'] =>
  worstCheck(photos.map(({ check }) => check));
