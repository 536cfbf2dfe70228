import { Tag } from '../../ui/tag.tsx';
import { url } from '../state/address.ts';
import { data } from '../state/data-store.ts';
import { after, answered, before } from '../state/result-store.ts';
import { useWords } from '../words/use-words.ts';
import { findingSentence } from './finding-sentence.ts';

/** The finding in one sentence, the first thing on the page; the scenario's share of it only beside the scenario's map. */
export function FindingBar() {
  const { words, language } = useWords();
  const finding =
    before.value &&
    answered.value &&
    findingSentence(
      before.value,
      url.value.view === 'scenario' ? after.value : undefined,
      { ...answered.value, minutes: url.value.minutes, areas: data.value?.areas ?? [] },
      language,
    );
  if (!finding)
    return (
      <div class="finding skeleton" role="status" aria-label={words.loading}>
        <span class="bone bone-title" />
      </div>
    );
  return (
    <p class="finding" aria-live="polite">
      {finding.text}
      {finding.scenario && (
        <>
          {' '}
          <strong class="finding-scenario">{finding.scenario}</strong>
        </>
      )}
      {finding.isIllustrative && (
        <>
          {' '}
          <Tag kind="sample">{words.illustrative}</Tag>
        </>
      )}
    </p>
  );
}
