import type { Case } from '../../../shared/registration/case.ts';
import { Fact, FactGroups } from '../parts/facts.tsx';
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
      <FactGroups groups={GROUPS} values={application} />
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
