import { encode } from 'uqr';
import { AMENITY_WORDS } from '../../../shared/labels/place-words.ts';
import type { PlaceRecord } from '../../../shared/place/place-record.ts';
import { scheduleLines } from '../../form/hours/hours-phrases.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { iconOf } from '../../ui/icons/icon-of.ts';
import { merchantWords } from '../merchant-words.ts';
import { publicAddress } from '../state/site.ts';
import { Notice, ViewTitle } from '../view-parts.tsx';

/** The poster for the door, as one A4 sheet: what is printed is the sheet alone. */
export function PosterView({ place }: { place: PlaceRecord }) {
  const { words, language } = merchantWords();
  const working = place.amenities.filter(({ state }) => state === 'working').slice(0, 8);
  const { schedule } = place;
  // What holds for long: no dated exceptions, and no doubt about holidays.
  const lines = (schedule ? scheduleLines(schedule, language) : []).filter(
    ({ about }) => about === 'week' || (about === 'holidays' && schedule?.publicHolidays !== 'unknown'),
  );
  return (
    <>
      <div class="no-print">
        <ViewTitle back={{ at: 'place', id: place.id }} backLabel={place.name}>
          {words.poster}
        </ViewTitle>
        <p class="field-hint">{words.posterPrintHint}</p>
        <div class="card-buttons">
          <Button kind="primary" icon="printer" onClick={() => window.print()}>
            {words.print}
          </Button>
        </div>
        {place.illustrative && (
          <Notice icon="info">
            <p>{words.illustrative}</p>
          </Notice>
        )}
      </div>
      <article class="poster" aria-label={words.poster}>
        <header>
          <img src="/favicon.svg" alt="" width="64" height="64" />
          <p>{words.posterTitle}</p>
        </header>
        <h2>{place.name}</h2>
        <p class="poster-welcome">{words.posterWelcome}</p>
        <ul class="poster-offers">
          {working.map(({ code }) => (
            <li key={code}>
              <Icon id={iconOf(code)} />
              {AMENITY_WORDS[code][language]}
            </li>
          ))}
        </ul>
        <dl class="poster-hours">
          {lines.map(({ days, hours }) => (
            <div key={days}>
              <dt>{days}</dt>
              <dd>{hours}</dd>
            </div>
          ))}
        </dl>
        <div class="poster-foot">
          <QrCode text={publicAddress(place.id)} label={words.posterQr(place.name)} />
          <p>
            {words.posterScan}
            <small>
              {place.address}
              <br />
              {words.brand}
            </small>
          </p>
        </div>
      </article>
    </>
  );
}

/** A QR code drawn as one path, black on white in every theme: cameras want it so. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, data } = encode(text, { ecc: 'M', border: 2 });
  const path = data
    .flatMap((row, y) => row.map((isBlack, x) => (isBlack ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
