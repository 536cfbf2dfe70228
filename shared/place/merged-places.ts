import type { Place } from './place.ts';
import { retiredPlace } from './retired-place.ts';

/** As many other names as a place may have. */
const MOST_ALIASES = 10;

/** Whether the owner of a double goes on owning the place that stays: only where that has none. */
export const passesOwner = (double: Place, survivor: Place): boolean =>
  double.owner !== undefined && survivor.owner === undefined;

/**
 * Two entries of one place made one: the double becomes a tombstone that leads to the other. What stays keeps all it
 * has; the double’s name finds it too from now on, and its owner, licence and pledge go on where there was no owner.
 * Versions, moments and search keys are left to the writer.
 */
export const mergedPlaces = (
  double: Place,
  survivor: Place,
  at: string,
): { double: Place; survivor: Place } => {
  const known = [survivor.name, ...(survivor.aliases ?? [])];
  const isNewName = !known.includes(double.name) && known.length <= MOST_ALIASES;
  const { owner, licenceCode, consent, confirmBy, pledge } = double;
  const { owner: _owner, ...ownerless } = double;
  return {
    double: retiredPlace(passesOwner(double, survivor) ? ownerless : double, at, survivor.id),
    survivor: {
      ...survivor,
      ...(isNewName && { aliases: [...(survivor.aliases ?? []), double.name] }),
      ...(passesOwner(double, survivor) && {
        owner,
        ...(licenceCode && { licenceCode }),
        ...(consent && { consent }),
        ...(confirmBy && { confirmBy }),
        ...(survivor.pledge === undefined && pledge !== undefined && { pledge }),
      }),
    },
  };
};
