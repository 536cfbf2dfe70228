import type { ChangeEntry } from '../../../shared/change-log/change-entry.ts';
import { call } from '../../session/session-store.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { ChangeItem } from '../parts/change-item.tsx';
import { ChoiceMenu } from '../parts/choice-menu.tsx';
import { LoadMore } from '../parts/load-more.tsx';
import { Empty, Unanswered } from '../parts/notice.tsx';
import { narrow, open, url } from '../state/address.ts';
import { now } from '../state/page-state.ts';
import { usePages } from '../state/use-pages.ts';
import { authorWords } from '../words/person-words.ts';
import { useWords } from '../words/use-words.ts';
import { lastMonths } from './last-months.ts';

/** The change log of a subdistrict, month by month; nothing in it can be changed. */
export function RecordSection({ subdistrict }: { subdistrict: string }) {
  const { words } = useWords();
  const { person, changed } = url.value;
  const months = lastMonths(now.value, 24);
  const month = url.value.month ?? (months[0] as string);
  const pages = usePages([subdistrict, month, person, changed].join(), (cursor, signal) =>
    call('listChanges', {
      query: { subdistrict, month, person, place: changed, cursor },
      ...(signal && { signal }),
    }),
  );
  const changes = pages.value?.flatMap((page) => page.changes) ?? [];
  const author = changes.find(({ by }) => by.type === 'person' && by.person.id === person)?.by;
  const place = changes.find(({ subject }) => subject.id === changed)?.subject.name;
  return (
    <div class="column">
      <div class="list-tools">
        <div class="list-menus">
          <ChoiceMenu
            label={words.record.month}
            options={months.map((code) => ({
              code,
              word: words.record.monthName(code.slice(0, 4), Number(code.slice(4))),
            }))}
            chosen={month}
            onChoose={(month) => narrow({ month })}
          />
          {person && (
            <Chip isOn icon="close" onToggle={() => narrow({ person: undefined })}>
              {author ? authorWords(author, words) : words.record.onePerson}
            </Chip>
          )}
          {changed && (
            <Chip isOn icon="close" onToggle={() => narrow({ changed: undefined })}>
              {place ?? words.record.onePlace}
            </Chip>
          )}
        </div>
      </div>
      <p class="section-hint">{words.record.hint}</p>
      <Unanswered answer={pages} rows={6} />
      {pages.value && changes.length === 0 && (
        <Empty icon="clock" heading={words.record.empty}>
          {person || changed ? (
            <Button onClick={() => narrow({ person: undefined, changed: undefined })}>
              {words.clearFilters}
            </Button>
          ) : (
            <p>{words.record.emptyHint}</p>
          )}
        </Empty>
      )}
      <ol class="changes card">
        {changes.map((change) => (
          <ChangeItem
            key={change.id}
            change={change}
            showsSubject
            onPerson={(id) => narrow({ person: id })}
            onSubject={subjectOf(change)}
          />
        ))}
      </ol>
      <LoadMore pages={pages} />
    </div>
  );
}

/** A place narrows the record to itself first; a case is opened. */
const subjectOf = ({ subject }: ChangeEntry): (() => void) | undefined => {
  if (subject.type === 'registration') return () => open({ section: 'review', case: subject.id });
  if (subject.type !== 'place') return undefined;
  return () =>
    url.value.changed === subject.id
      ? open({ section: 'places', place: subject.id })
      : narrow({ changed: subject.id });
};
