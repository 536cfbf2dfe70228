import { addressOf } from '../../../shared/api/client.ts';
import type { PlacePhoto } from '../../../shared/photo/photo.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useStore, useWords } from '../store-context.ts';

/** The pictures of a place in a row that scrolls sideways; a tap shows one of them large. */
export function Photos({ photos }: { photos: readonly PlacePhoto[] }) {
  const store = useStore();
  const { words } = useWords();
  return (
    <section class="detail-section">
      <h3>{words.photosHeading}</h3>
      <ul class="photos">
        {photos.map(({ id }, index) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => {
                store.shownPhoto.value = index;
                store.open({ panel: 'photo' });
              }}
            >
              <img
                src={addressOf('getPhotoImage', { params: { id, size: 'thumbnail' } })}
                alt={words.photoOf(index + 1, photos.length)}
                width="160"
                height="120"
                loading="lazy"
              />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One picture as large as the page allows, and the way to the next. */
export function PhotoPanel() {
  const store = useStore();
  const { words } = useWords();
  const photos = store.detail.state.value.detail?.properties.photos ?? [];
  const index = Math.min(store.shownPhoto.value, photos.length - 1);
  const photo = photos[index];
  const title = photo ? words.photoOf(index + 1, photos.length) : words.photosHeading;
  const step = (by: number) => {
    store.shownPhoto.value = (index + by + photos.length) % photos.length;
  };
  return (
    <Panel title={title} closeLabel={words.close} onClose={() => store.close('panel')}>
      {photo && (
        <img
          key={photo.id}
          class="photo-large"
          src={addressOf('getPhotoImage', { params: { id: photo.id, size: 'full' } })}
          alt={title}
          width={photo.width}
          height={photo.height}
        />
      )}
      {photos.length > 1 && (
        <div class="panel-actions">
          <Button onClick={() => step(-1)}>{words.previousPhoto}</Button>
          <Button onClick={() => step(1)}>{words.nextPhoto}</Button>
        </div>
      )}
    </Panel>
  );
}
