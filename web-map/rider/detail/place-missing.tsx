import { State } from '../list/state.tsx';
import { useStore, useWords } from '../store-context.ts';

/** A place of which nothing is known yet: a link that was just opened. */
export function PlaceLoading() {
  const { words } = useWords();
  return (
    <div class="detail-peek skeleton" aria-busy="true">
      <span class="visually-hidden">{words.detailLoading}</span>
      <span class="bone bone-title" />
      <span class="bone" />
      <span class="bone bone-short" />
    </div>
  );
}

/** A place that is not there, or that could not be had. */
export function PlaceGone({ isGone }: { isGone: boolean }) {
  const store = useStore();
  const { words } = useWords();
  const isOffline = !store.isOnline.value;
  const heading = isGone
    ? words.placeGoneHeading
    : isOffline
      ? words.placeOfflineHeading
      : words.failedHeading;
  return (
    <State
      icon={isGone ? 'info' : isOffline ? 'offline' : 'warning'}
      heading={heading}
      text={isGone ? words.placeGoneHint : isOffline ? words.offlineHint : words.failedHint}
      actions={[
        ...(isGone ? [] : [{ label: words.retry, isPrimary: true, onClick: store.detail.retry }]),
        { label: words.backToList, isPrimary: isGone, onClick: () => store.close('place') },
      ]}
    />
  );
}
