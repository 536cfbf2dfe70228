import { useState } from 'preact/hooks';
import type { WorkItem, WorkReason } from '../../../shared/place/work-item.ts';
import { call } from '../../session/session-store.ts';
import { Button } from '../../ui/button.tsx';
import { useAction } from '../../ui/use-action.ts';
import { ChoiceChips } from '../parts/choice-chips.tsx';
import { GridMenu } from '../parts/grid-menu.tsx';
import { Empty, Refused, Unanswered } from '../parts/notice.tsx';
import { narrow, url } from '../state/address.ts';
import { WORK_REASONS } from '../state/codes.ts';
import { message } from '../state/page-state.ts';
import { useAnswer } from '../state/use-answer.ts';
import { useWords } from '../words/use-words.ts';
import { WorkRow } from './work-row.tsx';

const AT_ONCE = 40;

/** Places that somebody should look after, by reason: seen to with one tap where that is enough. */
export function WorkSection({ subdistrict }: { subdistrict: string }) {
  const { words } = useWords();
  const { workReason, grid } = url.value;
  const answer = useAnswer([subdistrict, workReason, grid].join(), (signal) =>
    call('listWork', { query: { subdistrict, reason: workReason, grid }, signal }),
  );
  const action = useAction();
  const [shownCount, setShownCount] = useState(AT_ONCE);
  const items = answer.value?.items ?? [];
  const counts = answer.value?.counts;

  const write = async (act: () => Promise<unknown>, done: string) => {
    if (await action.run(act)) {
      message.value = done;
      await answer.reload();
    }
  };
  const verify = ({ place: { id, version, name } }: WorkItem) =>
    write(() => call('verifyPlace', { params: { id }, ifMatch: version }), words.work.verified(name));
  const settle = ({ place: { id, name } }: WorkItem, outcome: 'checked' | 'dismissed') =>
    write(
      () => call('settleConfirmations', { params: { id }, body: { outcome } }),
      words.work.settled[outcome](name),
    );

  return (
    <div class="column">
      <div class="list-tools">
        <ChoiceChips<WorkReason | 'all'>
          label={words.work.reasons}
          options={[
            { code: 'all', word: words.all },
            ...WORK_REASONS.map((code) => ({ code, word: words.work.reason[code], count: counts?.[code] })),
          ]}
          chosen={workReason ?? 'all'}
          onChoose={(code) => narrow({ workReason: code === 'all' ? undefined : code })}
        />
        <div class="list-menus">
          <GridMenu listed={items.map(({ place }) => place)} />
        </div>
      </div>
      <p class="section-hint">{words.work.hint[workReason ?? 'all']}</p>
      <Refused error={action.error} onReload={() => void answer.reload()} />
      <Unanswered answer={answer} rows={6} />
      {answer.value && items.length === 0 && (
        <Empty icon="check" heading={words.work.empty}>
          {grid ? (
            <Button onClick={() => narrow({ grid: undefined })}>{words.clearFilters}</Button>
          ) : (
            <p>{words.work.emptyHint}</p>
          )}
        </Empty>
      )}
      <p class="visually-hidden" role="status">
        {answer.value && words.placesFound(items.length)}
      </p>
      <ul class="work-rows">
        {items.slice(0, shownCount).map((item) => (
          <WorkRow
            key={item.place.id}
            item={item}
            isBusy={action.isBusy}
            onVerify={() => void verify(item)}
            onSettle={(outcome) => void settle(item, outcome)}
          />
        ))}
      </ul>
      {items.length > shownCount && (
        <div class="more">
          <Button onClick={() => setShownCount(shownCount + AT_ONCE)}>{words.loadMore}</Button>
        </div>
      )}
    </div>
  );
}
