import type { MessageKind } from '../../shared/message/message.ts';
import type { Place } from '../../shared/place/place.ts';
import { messageOperations } from './messages.ts';
import type { WriteOperation } from './transact.ts';

/** The writes that tell the owner of a place what became of it; none where nobody owns it. `values` go with its name. */
export const tellOwner = (
  { id, name, owner, subdistrict }: Place,
  kind: MessageKind,
  { now, newId }: { now: Date; newId: () => string },
  values: Record<string, string> = {},
): WriteOperation[] =>
  owner === undefined
    ? []
    : messageOperations(
        { person: owner, subdistrict, kind, place: id, values: { name, ...values } },
        { id: newId(), at: now.toISOString() },
      );
