import type { MessageKind } from '../../shared/message/message.ts';
import type { Place } from '../../shared/place/place.ts';
import { newId } from '../runtime/new-id.ts';
import { messageOperations } from '../store/messages.ts';
import type { WriteOperation } from '../store/transact.ts';

/** The writes that tell the owner of a place what staff did to it; none where nobody owns it. */
export const tellOwner = (
  { id, name, owner, subdistrict }: Place,
  kind: MessageKind,
  now: Date,
  reason?: string,
): WriteOperation[] =>
  owner === undefined
    ? []
    : messageOperations(
        { person: owner, subdistrict, kind, place: id, values: { name, ...(reason && { reason }) } },
        { id: newId(), at: now.toISOString() },
      );
