import { Button } from '../../ui/button.tsx';
import type { Pages } from '../state/use-pages.ts';
import { useWords } from '../words/use-words.ts';
import { Failed } from './notice.tsx';

/** The way to the next page of a list, or why it did not come. */
export function LoadMore({
  pages: { loadMore, isLoadingMore, moreError },
}: {
  pages: Pick<Pages<unknown>, 'loadMore' | 'isLoadingMore' | 'moreError'>;
}) {
  const { words } = useWords();
  if (!loadMore) return null;
  if (moreError !== undefined) return <Failed error={moreError} onRetry={() => void loadMore()} />;
  return (
    <div class="more">
      <Button isDisabled={isLoadingMore} onClick={() => void loadMore()}>
        {words.loadMore}
      </Button>
    </div>
  );
}
