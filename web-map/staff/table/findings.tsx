import { useState } from 'preact/hooks';
import type { ImportedRow } from '../../../shared/place/imported-row.ts';
import { tagOfText } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceChips } from '../parts/choice-chips.tsx';
import { useWords } from '../words/use-words.ts';

type Severity = ImportedRow['findings'][number]['severity'];

const AT_ONCE = 100;

/** What was found, line by line: what keeps a row from being written, and what someone should look at. */
export function Findings({ results }: { results: readonly ImportedRow[] }) {
  const { words, language } = useWords();
  const [severity, setSeverity] = useState<Severity | 'all'>('all');
  const [shownCount, setShownCount] = useState(AT_ONCE);
  const all = results.flatMap(({ line, name, findings }) =>
    findings.map((finding, index) => ({ key: `${line}.${index}`, line, name, ...finding })),
  );
  if (all.length === 0) return null;
  const count = (wanted: Severity) => all.filter((finding) => finding.severity === wanted).length;
  const shown = all.filter((finding) => severity === 'all' || finding.severity === severity);
  return (
    <section class="findings" aria-label={words.table.findings}>
      <h3>{words.table.findings}</h3>
      <ChoiceChips<Severity | 'all'>
        label={words.table.findings}
        options={[
          { code: 'all', word: words.all, count: all.length },
          { code: 'error', word: words.table.severity.error, count: count('error') },
          { code: 'warning', word: words.table.severity.warning, count: count('warning') },
        ]}
        chosen={severity}
        onChoose={setSeverity}
      />
      <ul class="finding-rows">
        {shown.slice(0, shownCount).map(({ key, line, name, severity, column, message }) => (
          <li key={key} class={`finding finding-${severity}`}>
            <span class="finding-line">{words.table.line(Math.max(1, line))}</span>
            <span class="finding-word">{words.table.severity[severity]}</span>
            <span class="finding-text">
              {[name, column].some((part) => part) && (
                <strong lang={tagOfText(name ?? '', language)}>
                  {[name, column].filter((part) => part).join(' · ')}
                </strong>
              )}
              {message}
            </span>
          </li>
        ))}
      </ul>
      {shown.length > shownCount && (
        <Button onClick={() => setShownCount(shownCount + AT_ONCE)}>{words.loadMore}</Button>
      )}
    </section>
  );
}
