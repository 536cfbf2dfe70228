import type { Me } from '../../shared/person/person.ts';
import { listGrantsOfPerson, plainGrant } from '../store/grants.ts';
import { countUnread } from '../store/inbox.ts';
import type { StoredPerson } from '../store/persons.ts';
import { listPlacesOfOwner } from '../store/places-of-owner.ts';

/** A person as they see themselves. */
export const describeMe = async (person: StoredPerson): Promise<Me> => {
  const [grants, places, unreadCount] = await Promise.all([
    listGrantsOfPerson(person.id),
    listPlacesOfOwner(person.id),
    countUnread(person),
  ]);
  const { id, memberCode, nickname, language, phone, createdAt } = person;
  return {
    id,
    memberCode,
    ...(nickname && { nickname }),
    ...(language && { language }),
    ...(phone && { phoneMasked: phone.masked }),
    grants: grants.map(plainGrant),
    placeCount: places.length,
    unreadCount,
    createdAt,
  };
};
