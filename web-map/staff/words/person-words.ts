import type { ChangeEntry } from '../../../shared/change-log/change-entry.ts';
import type { PersonCard } from '../../../shared/person/person.ts';
import type { StaffMessages } from '../../i18n/staff/messages.ts';

/** What a person is called among staff. */
export const personWords = ({ nickname, memberCode }: PersonCard, words: StaffMessages): string =>
  nickname ?? (memberCode ? words.person.member(memberCode) : words.person.unnamed);

/** Who made a change. */
export const authorWords = (by: ChangeEntry['by'], words: StaffMessages): string => {
  if (by.type === 'person') return personWords(by.person, words);
  return by.type === 'command' ? words.person.command(by.name) : words.person[by.type];
};
