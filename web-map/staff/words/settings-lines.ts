import type { DemandLayer } from '../../../shared/area/area.ts';
import type { ShownMany } from '../../../shared/change-log/shown-settings.ts';
import type { Standard } from '../../../shared/coverage/standard.ts';
import { DEMAND_LAYER_WORDS } from '../../../shared/labels/area-words.ts';
import { COVERAGE_CLASS_WORDS } from '../../../shared/labels/coverage-words.ts';
import { REGISTRATION_STATE_WORDS } from '../../../shared/labels/registration-words.ts';
import type { ReasonTemplate } from '../../../shared/registration/reason-template.ts';
import type { Language } from '../../i18n/language.ts';
import { STAFF_MESSAGES } from '../../i18n/staff/messages.ts';

/** `社区食堂：500 米`, with the place in the source where it was noted. */
export const standardLine = (
  { class: code, reach, clause }: Pick<Standard, 'class' | 'reach' | 'clause'>,
  language: Language,
): string => {
  const { pair, meters, minutes } = STAFF_MESSAGES[language].field;
  const distance = 'meters' in reach ? meters(reach.meters) : minutes(reach.minutes);
  return [pair(COVERAGE_CLASS_WORDS[code][language], distance), clause].filter(Boolean).join(' · ');
};

/** `共 4 个`, then how many of whom, then each source. */
export const manyLines = ({ count, people, sources }: ShownMany, language: Language): string[] => {
  const { pair, inAll } = STAFF_MESSAGES[language].field;
  const counts = Object.entries(people) as [DemandLayer, number][];
  return [
    inAll(count),
    ...counts.map(([layer, number]) =>
      pair(DEMAND_LAYER_WORDS[layer][language], number.toLocaleString('en-US')),
    ),
    ...sources.map((source) => pair(STAFF_MESSAGES[language].fields.source, source)),
  ];
};

/** `未通过 · 重复：已经有了`; a line of its own for the English text, so that each shows what changed of it. */
export const templateLines = ({ outcome, title, text, en }: ReasonTemplate, language: Language): string[] => {
  const { pair } = STAFF_MESSAGES[language].field;
  const word = REGISTRATION_STATE_WORDS[outcome][language];
  return [{ title, text }, ...(en ? [en] : [])].map((written) =>
    pair(`${word} · ${written.title}`, written.text),
  );
};
