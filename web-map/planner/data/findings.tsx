import type { AreaFindingCode } from '../../../shared/area/area-finding.ts';
import { useWords } from '../words/use-words.ts';

/** One thing that an import found. */
export type Finding = {
  severity: 'error' | 'warning';
  code: string;
  at?: number | undefined;
  name?: string | undefined;
};

/** What an import found, errors first, each with where. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const { words } = useWords();
  if (findings.length === 0) return <p class="block-hint">{words.data.noFindings}</p>;
  const sorted = [
    ...findings.filter(({ severity }) => severity === 'error'),
    ...findings.filter(({ severity }) => severity === 'warning'),
  ];
  return (
    <>
      <h3>{words.data.findings}</h3>
      <ul class="findings">
        {sorted.map(({ severity, code, at, name }, index) => (
          <li key={index} class={`finding-${severity}`}>
            <b>{words.data.severity[severity]}</b>{' '}
            {[
              at !== undefined && words.data.findingAt(at),
              name,
              words.data.finding[code as AreaFindingCode] ?? code,
            ]
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
      </ul>
    </>
  );
}
