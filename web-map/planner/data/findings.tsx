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

/** What an import found, errors first, each with where. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const { words, language } = useWords();
  if (findings.length === 0) return <p class="block-hint">{words.data.noFindings}</p>;
  const sorted = [
    ...findings.filter(({ severity }) => severity === 'error'),
    ...findings.filter(({ severity }) => severity === 'warning'),
  ];
  return (
    <>
      <h3>{words.data.findings}</h3>
      <ul class="findings">
        {sorted.map(({ severity, code, at, name, values = {} }, index) => (
          <li key={index} class={`finding-${severity}`}>
            <b>{words.data.severity[severity]}</b>{' '}
            {[at !== undefined && words.data.findingAt(at), name, sentenceOf(code, values, language)]
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
      </ul>
    </>
  );
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
