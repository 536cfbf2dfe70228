import { VERIFIED_BY_WORDS } from '../../../shared/labels/place-words.ts';
import { agoPhrase, dateOfMomentPhrase, dateWithYearPhrase, halfOf } from '../../i18n/phrases.ts';
import { Button } from '../../ui/button.tsx';
import type { OpenPlace } from '../state/open-place.ts';
import { useStore, useWords } from '../store-context.ts';
import { Access, Facts } from './access.tsx';
import { ConfidenceLines } from './confidence-lines.tsx';
import { Equipment } from './equipment.tsx';
import { Photos } from './photos.tsx';
import { Services } from './services.tsx';
import { Signs } from './signs.tsx';
import { Week } from './week.tsx';

/** Everything about a place, the needed first. What only the detail knows is added when it has come. */
export function DetailBody({ place }: { place: OpenPlace }) {
  const store = useStore();
  const { words, language } = useWords();
  const { properties, more } = place;
  const mergedInto = more?.mergedInto;
  if (properties.state === 'retired')
    return (
      <div class="detail-section">
        <p>
          {mergedInto
            ? words.mergedNote
            : more?.retiredAt
              ? words.retiredOn(dateWithYearPhrase(more.retiredAt, language))
              : words.retiredNote}
        </p>
        <div class="detail-actions">
          {mergedInto && (
            <Button kind="primary" onClick={() => store.open({ place: mergedInto })}>
              {words.seeMerged}
            </Button>
          )}
          <Button kind={mergedInto ? 'default' : 'primary'} onClick={() => store.close('place')}>
            {words.backToList}
          </Button>
        </div>
      </div>
    );
  return (
    <div class="detail-body">
      {properties.illustrative && <p class="sample-note">{words.illustrativeNote}</p>}
      <ConfidenceLines place={place} />
      <Signs place={place.id} />
      <Equipment amenities={more?.amenities ?? properties.amenities} />
      {properties.schedule && <Week schedule={properties.schedule} />}
      {more && <Services services={more.services} kind={properties.kind} schedule={properties.schedule} />}
      <Access address={properties.address} accuracyMeters={properties.accuracyMeters} access={more?.access} />
      {more?.photos && <Photos photos={more.photos} />}
      {more?.pledge && (
        <section class="detail-section">
          <h3>{words.pledgeHeading}</h3>
          <p>{more.pledge}</p>
        </section>
      )}
      <MoreState />
      {more && (
        <Facts
          heading={words.entryHeading}
          rows={[
            [words.alsoCalled, more.aliases?.join(language === 'zh' ? '、' : ', ')],
            [words.website, more.website],
            [
              VERIFIED_BY_WORDS[more.verifiedBy ?? 'staff'][language],
              more.verifiedAt && agoPhrase(more.verifiedAt, store.now.value, language),
            ],
            [words.source, more.source.name],
            [words.sourceNote, more.source.note && halfOf(more.source.note, language)],
            [words.licence, [more.source.licence, more.source.attribution].filter(Boolean).join(' · ')],
            [words.updated, dateOfMomentPhrase(more.updatedAt, language)],
          ]}
        />
      )}
      {more?.state === 'published' && (
        <p class="detail-note">
          <a class="claim-link" href={`/merchant/#claim=${place.id}`}>
            {words.claimPlace}
          </a>
        </p>
      )}
    </div>
  );
}

/** While the detail is on its way, and where it did not come. */
function MoreState() {
  const store = useStore();
  const { words } = useWords();
  const { status } = store.detail.state.value;
  if (status === 'loading')
    return (
      <div class="detail-section skeleton" aria-busy="true">
        <span class="visually-hidden">{words.detailLoading}</span>
        <span class="bone bone-short" />
        <span class="bone" />
        <span class="bone" />
      </div>
    );
  if (status !== 'failed') return null;
  return (
    <div class="detail-section">
      <p class="detail-note">{store.isOnline.value ? words.detailFailed : words.detailOffline}</p>
      {store.isOnline.value && (
        <Button icon="refresh" onClick={store.detail.retry}>
          {words.retry}
        </Button>
      )}
    </div>
  );
}
