import { Tag } from '../../ui/tag.tsx';
import { url } from '../state/address.ts';
import { data } from '../state/data-store.ts';
import { question } from '../state/question.ts';
import { after, before } from '../state/result-store.ts';
import { useWords } from '../words/use-words.ts';
import { findingSentence } from './finding-sentence.ts';

/** The finding in one sentence, the first thing on the page and on paper. */
export function FindingBar() {
  const { words, language } = useWords();
  const { hour, day } = url.value;
  const finding =
    before.value &&
    findingSentence(
      before.value,
      after.value,
      { question: question.value, hour, day, areas: data.value?.areas ?? [] },
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
      {finding.isIllustrative && (
        <>
          {' '}
          <Tag kind="sample">{words.illustrative}</Tag>
        </>
      )}
      {finding.scenario && (
        <>
          {' '}
          <strong class="finding-scenario">{finding.scenario}</strong>
        </>
      )}
    </p>
  );
}
