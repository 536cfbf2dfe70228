import { useState } from 'preact/hooks';
import { addressOf } from '../../../shared/api/client.ts';
import type { Photo } from '../../../shared/photo/photo.ts';
import { Panel } from '../../ui/panel.tsx';
import { useWords } from '../words/use-words.ts';

/** The pictures, each with what the machine said of it; a tap shows one large. */
export function CasePhotos({ photos }: { photos: readonly Photo[] }) {
  const { words } = useWords();
  const [large, setLarge] = useState<number | undefined>(undefined);
  const enlarged = large === undefined ? undefined : photos[large];
  if (photos.length === 0) return null;
  return (
    <section class="card">
      <h3>{words.case.photos(photos.length)}</h3>
      <ul class="photos">
        {photos.map(({ id, check }, index) => (
          <li key={id}>
            <button type="button" class="photo" onClick={() => setLarge(index)}>
              <img
                src={addressOf('getPhotoImage', { params: { id, size: 'thumbnail' } })}
                alt={words.case.photo(index + 1)}
                loading="lazy"
              />
              <span class={`photo-check photo-${check}`}>{words.check.short[check]}</span>
            </button>
          </li>
        ))}
      </ul>
      {large !== undefined && enlarged && (
        <Panel
          title={words.case.photo(large + 1)}
          closeLabel={words.close}
          onClose={() => setLarge(undefined)}
        >
          <img
            class="photo-large"
            src={addressOf('getPhotoImage', { params: { id: enlarged.id, size: 'full' } })}
            width={enlarged.width}
            height={enlarged.height}
            alt={words.case.photo(large + 1)}
          />
          <p>{words.check.result[enlarged.check]}</p>
        </Panel>
      )}
    </section>
  );
}
