import {
  REGISTRATION_KIND_WORDS,
  REGISTRATION_STATE_WORDS,
} from '../../../shared/labels/registration-words.ts';
import type { Case } from '../../../shared/registration/case.ts';
import { tagOfText } from '../../i18n/language.ts';
import { narrow } from '../state/address.ts';
import { shortMomentWords } from '../words/moment-words.ts';
import { useWords } from '../words/use-words.ts';

/** What the same person filed before, and how that ended. */
export function ApplicantHistory({ shown }: { shown: Case }) {
  const { words, language } = useWords();
  return (
    <section class="card">
      <h3>{words.case.history}</h3>
      {shown.history.length === 0 && <p class="quiet">{words.case.firstTime}</p>}
      <ul class="near-list">
        {shown.history.map(({ id, kind, state, name, updatedAt, reason }) => (
          <li key={id}>
            <button type="button" class="near-row" onClick={() => narrow({ case: id })}>
              <span class="row-name" lang={tagOfText(name, language)}>
                {name || words.unnamedPlace}
              </span>
              <span class="row-line">
                {[
                  REGISTRATION_KIND_WORDS[kind][language],
                  REGISTRATION_STATE_WORDS[state][language],
                  shortMomentWords(updatedAt, language),
                ].join(' · ')}
              </span>
              {reason && <span class="row-line">{reason}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
