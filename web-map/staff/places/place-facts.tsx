import { addressOf } from '../../../shared/api/client.ts';
import type { PlaceRecord } from '../../../shared/place/place-record.ts';
import { Fact, FactGroups } from '../parts/facts.tsx';
import { StaffMap } from '../parts/staff-map.tsx';
import { now } from '../state/page-state.ts';
import { personWords } from '../words/person-words.ts';
import { recordMarker } from '../words/record-marker.ts';
import { useWords } from '../words/use-words.ts';

/** The fields of a place, in groups as people look for them. */
const GROUPS = {
  what: ['nameEn', 'aliases', 'address', 'grid', 'position', 'accuracyMeters'],
  offer: ['schedule', 'services', 'amenities', 'access', 'phone', 'website', 'pledge'],
  keeping: ['verifiedAt', 'verifiedBy', 'confirmBy', 'licenceCode', 'consent', 'source', 'updatedAt'],
} as const;

/** Where a place stands and everything known about it. */
export function PlaceFacts({ record }: { record: PlaceRecord }) {
  const { words, language } = useWords();
  const photos = record.photos ?? [];
  return (
    <section class="card sheet-card">
      <StaffMap
        label={words.place.map}
        places={[recordMarker(record, now.value, language)]}
        selected={record.id}
        view={{ center: record.position, zoom: 16 }}
      />
      {photos.length > 0 && (
        <ul class="photos">
          {photos.map(({ id }, index) => (
            <li key={id} class="photo">
              <img
                src={addressOf('getPhotoImage', { params: { id, size: 'thumbnail' } })}
                alt={words.case.photo(index + 1)}
                loading="lazy"
              />
            </li>
          ))}
        </ul>
      )}
      <FactGroups groups={GROUPS} values={record} />
      <dl class="facts-list">
        <Fact
          name={words.place.owner}
          lines={[
            record.ownerCard
              ? personWords(record.ownerCard, words)
              : record.hasOwner
                ? words.place.hasOwner
                : words.place.noOwner,
          ]}
        />
      </dl>
      {(record.state === 'published' || record.state === 'suspended') && (
        <p>
          <a class="map-link" href={`/#place=${record.id}`}>
            {words.place.onRidersMap}
          </a>
        </p>
      )}
    </section>
  );
}
