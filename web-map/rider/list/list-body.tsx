import { useState } from 'preact/hooks';
import type { RankedPlace } from '../../../shared/place/rank.ts';
import { Button } from '../../ui/button.tsx';
import { SubdistrictList } from '../panels/subdistrict-list.tsx';
import { bboxOfOutline } from '../state/bbox-of-outline.ts';
import { useStore, useWords } from '../store-context.ts';
import { PlaceRow } from './place-row.tsx';

const AT_FIRST = 20;
const MORE = 60;

/** What stands below the answer: the other places, nearest first, or where there are some. */
export function ListBody() {
  const store = useStore();
  const { words } = useWords();
  const list = store.list.value;
  switch (list.name) {
    case 'loading':
      return <RowSkeletons />;
    case 'results':
    case 'saved_results':
      return <Rows heading={words.othersHeading} ranked={list.others} />;
    case 'none_open':
      return <Rows heading={words.othersHeading} ranked={list.closed} />;
    case 'nothing_here':
      return <SubdistrictList onChoose={({ geometry }) => store.showBbox(bboxOfOutline(geometry))} />;
    case 'none_found':
    case 'failed':
      return null;
  }
}

function Rows({ heading, ranked }: { heading: string; ranked: readonly RankedPlace[] }) {
  const { words } = useWords();
  const [shown, setShown] = useState(AT_FIRST);
  if (ranked.length === 0) return null;
  return (
    <>
      <h3 class="rows-heading">
        {heading}
        <span class="rows-count">{words.placesFound(ranked.length)}</span>
      </h3>
      <ol class="place-list">
        {ranked.slice(0, shown).map((place) => (
          <PlaceRow key={place.place.id} ranked={place} />
        ))}
      </ol>
      {ranked.length > shown && (
        <div class="rows-more">
          <Button onClick={() => setShown(shown + MORE)}>
            {words.showMore(Math.min(MORE, ranked.length - shown))}
          </Button>
        </div>
      )}
    </>
  );
}

const RowSkeletons = () => (
  <div class="skeleton" aria-hidden="true">
    {[0, 1, 2, 3].map((row) => (
      <div class="place-row" key={row}>
        <span class="bone bone-symbol" />
        <span class="place-row-body">
          <span class="bone bone-title" />
          <span class="bone" />
        </span>
      </div>
    ))}
  </div>
);
