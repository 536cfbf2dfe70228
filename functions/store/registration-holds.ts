import { DomainError } from '../../shared/api/problem.ts';
import type { Registration } from '../../shared/registration/registration.ts';
import { holdKey } from './hold-key.ts';
import { holdPendingChange, releasePendingChange } from './pending-changes.ts';
import { openLicenceKey } from './registration-keys.ts';
import { deletion, type WriteOperation } from './transact.ts';

/**
 * What a registration keeps to itself, as writes of the transaction that moves it: while it is under review, its
 * licence among the other applications; and, if it is a change, from then until it is decided or withdrawn, its place.
 */
export const holdOperations = (before: Registration | undefined, after: Registration): WriteOperation[] => [
  ...moved(before && heldLicence(before), heldLicence(after), {
    hold: (code) => holdOpenLicence(code, after.id),
    release: (code) => deletion(openLicenceKey(code)),
  }),
  ...moved(before && heldPlace(before), heldPlace(after), {
    hold: (place) => holdPendingChange(place, after.id),
    release: releasePendingChange,
  }),
];

const heldLicence = ({ state, kind, application }: Registration): string | undefined =>
  state === 'submitted' && kind !== 'change' ? application.licenceCode : undefined;

const heldPlace = ({ state, kind, place }: Registration): string | undefined =>
  kind === 'change' && (state === 'submitted' || state === 'needs_changes') ? place : undefined;

const moved = (
  before: string | undefined,
  after: string | undefined,
  { hold, release }: { hold: (held: string) => WriteOperation; release: (held: string) => WriteOperation },
): WriteOperation[] => {
  if (before === after) return [];
  return [...(before ? [release(before)] : []), ...(after ? [hold(after)] : [])];
};

const holdOpenLicence = (code: string, registrationId: string): WriteOperation =>
  holdKey(
    openLicenceKey(code),
    { attribute: 'registrationId', id: registrationId },
    new DomainError('licence_registered', 'another application with this licence is under review'),
  );
