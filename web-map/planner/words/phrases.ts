import type { DemandLayer } from '../../../shared/area/area.ts';
import type { CoverageNumbers, FacilityClass, Standard } from '../../../shared/coverage/coverage-answer.ts';
import { CATEGORY_WORDS } from '../../../shared/labels/place-words.ts';
import type { Language } from '../../i18n/language.ts';
import { PLANNER_MESSAGES } from '../../i18n/planner/messages.ts';
import { isGroup } from '../state/classes.ts';

/** `驿站`, `社区食堂`: the word of a need or of a category. */
export const classWord = (code: FacilityClass, language: Language): string =>
  isGroup(code) ? PLANNER_MESSAGES[language].group[code] : CATEGORY_WORDS[code][language];

/** `41 %`. Whatever is not quite all or not quite nothing does not read as if it were. */
export const sharePhrase = (share: number): string => {
  const percent = Math.round(share * 100);
  if (percent === 100 && share < 0.9999) return '99 %';
  if (percent === 0 && share > 0.0001) return '1 %';
  return `${percent} %`;
};

/** `8,410`: as many digits as an estimate bears. */
export const countPhrase = (count: number): string => {
  const step = count >= 1000 ? 10 : 1;
  return (Math.round(count / step) * step).toLocaleString('en-US');
};

/** `8,410 人`, `320 户`. */
export const peoplePhrase = (count: number, layer: DemandLayer, language: Language): string =>
  PLANNER_MESSAGES[language].count(countPhrase(count), layer);

/** An exact reach, `500 米`: standards are not rounded. */
export const reachPhrase = (meters: number, language: Language): string =>
  PLANNER_MESSAGES[language].meters(Math.round(meters));

/** `3.2`, in hectares. */
export const hectaresPhrase = (squareMeters: number): string => {
  const hectares = squareMeters / 10_000;
  return hectares < 10 ? Math.max(0.1, hectares).toFixed(1) : String(Math.round(hectares));
};

/** The share that counts: of the people where they were counted, else of the area. */
export const shareOf = ({ peopleShare, areaShare }: CoverageNumbers): number => peopleShare ?? areaShare;

/** `标准 500 米（GB 50180-2018，未核实）`. */
export const standardPhrase = (standard: Standard | undefined, language: Language): string => {
  const words = PLANNER_MESSAGES[language];
  if (!standard) return words.noStandard;
  const { meters, source, clause, status, otherwise } = standard;
  const said = words.standardSentence(
    reachPhrase(meters, language),
    clause ? `${source} ${clause}` : source,
    words.status[status],
  );
  return otherwise
    ? `${said}${words.explain.semicolon}${words.standardOtherwise(reachPhrase(otherwise.meters, language), otherwise.source)}`
    : said;
};
