import { useEffect, useRef } from 'preact/hooks';
import type { Case } from '../../../shared/registration/case.ts';
import { call } from '../../session/session-store.ts';
import { CasePane } from '../case/case-pane.tsx';
import { Empty } from '../parts/notice.tsx';
import { narrow, open, url } from '../state/address.ts';
import { usePages } from '../state/use-pages.ts';
import { useWords } from '../words/use-words.ts';
import { nextCase } from './next-case.ts';
import { Queue } from './queue.tsx';
import { type Keys, useKeys } from './use-keys.ts';

/** The review queue by due time, and beside it the case that is open. */
export function ReviewSection({ subdistrict }: { subdistrict: string }) {
  const { words } = useWords();
  const { caseFilter, caseKind, grid, case: open_ } = url.value;
  const pages = usePages([subdistrict, caseFilter, caseKind, grid].join(), (cursor, signal) =>
    call('listCases', {
      query: { subdistrict, filter: caseFilter, kind: caseKind, grid, cursor },
      ...(signal && { signal }),
    }),
  );
  const cases = pages.value?.flatMap((page) => page.cases) ?? [];
  const place = useRef(0);
  const index = cases.findIndex(({ id }) => id === open_);
  if (index >= 0) place.current = index;

  const show = (id: string | undefined) => {
    if (id === undefined || id === open_) return;
    if (open_ === undefined) open({ case: id });
    else narrow({ case: id });
  };
  const next = nextCase(cases, open_, place.current);
  const keys = useKeys({
    j: () => show(next),
    k: () => show(index < 0 ? cases.at(-1)?.id : cases[index - 1]?.id),
  });

  // A decided case has left the list: its line is asked anew, the case itself stays to be looked at.
  const changed = (_: Case) => void pages.reload();

  useEffect(() => {
    if (open_) document.querySelector(`[data-case="${open_}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [open_]);

  return (
    <div class={`split ${open_ ? 'split-open' : ''}`}>
      <section class="split-list" aria-label={words.section.review}>
        <Queue pages={pages} cases={cases} chosen={open_} onChoose={show} />
      </section>
      <section class="split-detail" aria-label={words.case.heading}>
        {open_ ? (
          <CasePane
            key={open_}
            id={open_}
            subdistrict={subdistrict}
            keys={keys as Keys}
            onChanged={changed}
            onNext={next === undefined ? undefined : () => show(next)}
          />
        ) : (
          <Empty icon="document" heading={words.case.chooseHeading}>
            <p>{words.case.chooseHint}</p>
            <p class="key-help">{words.case.keys}</p>
          </Empty>
        )}
      </section>
    </div>
  );
}
