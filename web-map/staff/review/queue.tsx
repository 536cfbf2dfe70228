import type { ResponseOf } from '../../../shared/api/client.ts';
import { REGISTRATION_KIND_WORDS } from '../../../shared/labels/registration-words.ts';
import type { CaseLine } from '../../../shared/registration/case.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceChips } from '../parts/choice-chips.tsx';
import { ChoiceMenu } from '../parts/choice-menu.tsx';
import { GridMenu } from '../parts/grid-menu.tsx';
import { LoadMore } from '../parts/load-more.tsx';
import { Empty, Unanswered } from '../parts/notice.tsx';
import { narrow, url } from '../state/address.ts';
import { CASE_FILTERS, REGISTRATION_KINDS } from '../state/codes.ts';
import type { Pages } from '../state/use-pages.ts';
import { useWords } from '../words/use-words.ts';
import { CaseRow } from './case-row.tsx';

/** The queue: what narrows it with counts, then its lines, oldest due first. */
export function Queue({
  pages,
  cases,
  chosen,
  onChoose,
}: {
  pages: Pages<ResponseOf<'listCases'>>;
  cases: readonly CaseLine[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
}) {
  const { words, language } = useWords();
  const { caseFilter, caseKind, grid } = url.value;
  const counts = pages.value?.[0]?.counts;
  const isNarrowed = caseKind !== undefined || grid !== undefined;
  return (
    <>
      <div class="list-tools">
        <ChoiceChips
          label={words.queue.filters}
          options={CASE_FILTERS.map((code) => ({
            code,
            word: words.queue.filter[code],
            count: counts?.[code],
          }))}
          chosen={caseFilter}
          onChoose={(caseFilter) => narrow({ caseFilter })}
        />
        <div class="list-menus">
          <ChoiceMenu
            label={words.queue.kind}
            all={words.queue.allKinds}
            options={REGISTRATION_KINDS.map((code) => ({
              code,
              word: REGISTRATION_KIND_WORDS[code][language],
            }))}
            chosen={caseKind}
            onChoose={(caseKind) => narrow({ caseKind })}
          />
          <GridMenu listed={cases} />
          <button
            type="button"
            class="plain-button"
            aria-busy={pages.isLoading}
            onClick={() => void pages.reload()}
          >
            {words.refresh}
          </button>
        </div>
      </div>
      <Unanswered answer={pages} rows={5} />
      {pages.value && cases.length === 0 && (
        <Empty icon="check" heading={words.queue.empty[caseFilter]}>
          {isNarrowed ? (
            <Button onClick={() => narrow({ caseKind: undefined, grid: undefined })}>
              {words.clearFilters}
            </Button>
          ) : (
            <p>{words.queue.emptyHint[caseFilter]}</p>
          )}
        </Empty>
      )}
      <p class="visually-hidden" role="status">
        {pages.value && words.queue.count(cases.length)}
      </p>
      <ul class="rows">
        {cases.map((line) => (
          <CaseRow key={line.id} line={line} isChosen={line.id === chosen} onChoose={onChoose} />
        ))}
      </ul>
      <LoadMore pages={pages} />
    </>
  );
}
