import type { Access as AccessNotes } from '../../../shared/place/place.ts';
import { tagOfText } from '../../i18n/language.ts';
import type { Messages } from '../../i18n/messages.ts';
import { useWords } from '../store-context.ts';

/** How someone who stands outside gets in. */
export function Access({
  address,
  accuracyMeters,
  access,
}: {
  address: string;
  accuracyMeters: number | undefined;
  access: AccessNotes | undefined;
}) {
  const { words } = useWords();
  const rows = [
    [words.address, address],
    [words.position, accuracyMeters && words.accuracy(accuracyMeters)],
    [words.entrance, access?.entrance],
    [words.ebikeParking, access?.ebikeParking],
    [words.whoMayEnter, access?.whoMayEnter],
    [words.maxStay, access?.maxStayMinutes && stayPhrase(access.maxStayMinutes, words)],
  ] as const;
  return <Facts heading={words.accessHeading} rows={rows} />;
}

const stayPhrase = (minutes: number, words: Messages): string =>
  minutes % 60 === 0 ? words.upToHours(minutes / 60) : words.upToMinutes(minutes);

/** Terms with what is known about them; rows without a value are left out. */
export function Facts({
  heading,
  rows,
}: {
  heading: string;
  rows: readonly (readonly [string, string | 0 | undefined])[];
}) {
  const { language } = useWords();
  const known = rows.filter(([, value]) => value);
  if (known.length === 0) return null;
  return (
    <section class="detail-section">
      <h3>{heading}</h3>
      <dl class="facts">
        {known.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd lang={tagOfText(String(value), language)}>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
