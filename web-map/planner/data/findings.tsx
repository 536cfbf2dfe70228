import type { DemandLayer } from '../../../shared/area/area.ts';
import type { AreaFindingCode } from '../../../shared/area/area-finding.ts';
import type { Crs } from '../../../shared/geo/position.ts';
import { AREA_FINDING_WORDS } from '../../../shared/labels/area-finding-words.ts';
import { DEMAND_LAYER_WORDS } from '../../../shared/labels/area-words.ts';
import type { Language } from '../../i18n/language.ts';
import { PLANNER_MESSAGES } from '../../i18n/planner/messages.ts';
import { useWords } from '../words/use-words.ts';

/** One thing that an import found. */
export type Finding = {
  severity: 'error' | 'warning';
  code: string;
  at?: number | undefined;
  name?: string | undefined;
  values?: Readonly<Record<string, string | number>> | undefined;
};

/** So many places of one thing that was found are listed. */
const MOST_PLACES = 8;

/** What an import found, errors first, each with where; what is said of several is said once. */
export function Findings({
  findings,
  placeOf,
}: {
  findings: readonly Finding[];
  placeOf: (at: number) => string;
}) {
  const { words, language } = useWords();
  if (findings.length === 0) return <p class="block-hint">{words.data.noFindings}</p>;
  const sorted = [
    ...findings.filter(({ severity }) => severity === 'error'),
    ...findings.filter(({ severity }) => severity === 'warning'),
  ];
  const said = new Map<string, { severity: Finding['severity']; sentence: string; places: string[] }>();
  for (const { severity, code, at, name, values = {} } of sorted) {
    const sentence = sentenceOf(code, values, language);
    const one = said.get(sentence) ?? { severity, sentence, places: [] };
    const place = [at !== undefined && placeOf(at), name].filter(Boolean).join(' ');
    if (place) one.places.push(place);
    said.set(sentence, one);
  }
  return (
    <>
      <h3>{words.data.findings}</h3>
      <ul class="findings">
        {[...said.values()].map(({ severity, sentence, places }) => (
          <li key={sentence} class={`finding-${severity}`}>
            <b>{words.data.severity[severity]}</b>{' '}
            {[placesPhrase(places), sentence].filter(Boolean).join(' · ')}
          </li>
        ))}
      </ul>
    </>
  );

  function placesPhrase(places: readonly string[]): string {
    const listed = places.slice(0, MOST_PLACES).join(words.comma);
    return places.length > MOST_PLACES ? words.data.andOthers(listed, places.length - MOST_PLACES) : listed;
  }
}

/** The words of a finding with its values in them, after the layer of people that it is about. */
const sentenceOf = (code: string, values: NonNullable<Finding['values']>, language: Language): string => {
  const { crsChoice } = PLANNER_MESSAGES[language].data;
  const spoken = (value: string | number): string =>
    typeof value === 'number' ? value.toLocaleString('en-US') : (crsChoice[value as Crs] ?? value);
  const layer = DEMAND_LAYER_WORDS[values.layer as DemandLayer]?.[language];
  const sentence = (AREA_FINDING_WORDS[code as AreaFindingCode]?.[language] ?? code).replace(
    /\{(\w+)\}/g,
    (gap, key: string) => (values[key] === undefined ? gap : spoken(values[key])),
  );
  return layer ? `${layer} · ${sentence}` : sentence;
};
