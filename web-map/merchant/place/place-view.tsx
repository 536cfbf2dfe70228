import { useEffect, useMemo } from 'preact/hooks';
import type { PlaceRecord } from '../../../shared/place/place-record.ts';
import { call } from '../../session/session-store.ts';
import { merchantWords } from '../merchant-words.ts';
import { createLoader } from '../state/loaded.ts';
import { keepPlace, places } from '../state/merchant-store.ts';
import type { PlacePart } from '../state/page-view.ts';
import { CardSkeleton, LoadFailed, ViewTitle } from '../view-parts.tsx';
import { PartEditor } from './part-editor.tsx';
import { PlaceHome } from './place-home.tsx';
import { PosterView } from './poster-view.tsx';

/** One of one's own places: its home, one part being edited, or its poster. */
export function PlaceView({ id, part }: { id: string; part?: PlacePart | 'poster' }) {
  const { words } = merchantWords();
  const loader = useMemo(() => {
    const made = createLoader(() => call('getMyPlace', { params: { id } }));
    const known = places.state.peek().value?.find((place) => place.id === id);
    if (known) made.set(known);
    return made;
  }, [id]);
  useEffect(() => void loader.load(), [id]);
  const { status, value, error } = loader.state.value;
  const changed = (place: PlaceRecord) => {
    loader.set(place);
    keepPlace(place);
  };
  if (!value)
    return (
      <>
        <ViewTitle back={{ at: 'home' }}>{words.myShop}</ViewTitle>
        {status === 'failed' ? (
          <LoadFailed error={error} onRetry={() => void loader.load()} />
        ) : (
          <CardSkeleton />
        )}
      </>
    );
  if (part === 'poster') return <PosterView place={value} />;
  if (part) return <PartEditor key={part} place={value} part={part} onChanged={changed} />;
  return <PlaceHome place={value} onChanged={changed} onReload={() => void loader.load()} />;
}
