import type { Case } from '../../../shared/registration/case.ts';
import { tagOfText } from '../../i18n/language.ts';
import { fieldLines, fieldName } from '../words/field-lines.ts';
import { momentWords } from '../words/moment-words.ts';
import { personWords } from '../words/person-words.ts';
import { useWords } from '../words/use-words.ts';

/** The fields of an application in the order in which a reviewer reads them. */
const GROUPS = {
  shop: ['name', 'nameEn', 'category', 'address', 'publicPhone'],
  offer: ['schedule', 'amenities', 'services', 'access', 'pledge'],
  papers: ['licenceCode', 'consent', 'invitationCode', 'note'],
} as const;

/** The application as a sheet to read; what nobody wrote is not there. */
export function ApplicationSheet({ shown }: { shown: Case }) {
  const { words, language } = useWords();
  const { application, contact, applicant } = shown;
  return (
    <section class="card sheet-card">
      <h3>{words.case.application}</h3>
      {Object.entries(GROUPS).map(([group, fields]) => (
        <dl key={group} class="facts-list">
          {fields.map((field) => (
            <Fact
              key={field}
              name={fieldName(field, language)}
              lines={fieldLines(field, application[field], language)}
              isCode={field === 'licenceCode'}
              isInline={field === 'amenities'}
            />
          ))}
        </dl>
      ))}
      <dl class="facts-list">
        <Fact name={words.case.applicant} lines={[personWords(applicant, words)]} />
        <Fact
          name={words.case.contact}
          lines={[[contact.nameMasked, contact.phoneMasked].filter((part) => part).join(' · ')]}
        />
        {shown.submittedAt && (
          <Fact name={words.case.submitted} lines={[momentWords(shown.submittedAt, language)]} />
        )}
      </dl>
    </section>
  );
}

/** One name and what is said under it. */
export function Fact({
  name,
  lines,
  isCode = false,
  isInline = false,
}: {
  name: string;
  lines: readonly string[];
  isCode?: boolean;
  /** Short things one after another, not one below the other. */
  isInline?: boolean;
}) {
  const { words, language } = useWords();
  const shown = isInline ? [lines.join(words.comma)] : lines;
  if (lines.every((line) => line === '')) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd class={isCode ? 'code' : ''}>
        {shown.map((line) => (
          <span key={line} class="fact-line" lang={tagOfText(line, language)}>
            {line}
          </span>
        ))}
      </dd>
    </div>
  );
}
