import { addressOf } from '../../../shared/api/client.ts';
import { Panel } from '../../ui/panel.tsx';
import { PlaceSymbol } from '../../ui/place-symbol.tsx';
import { useStore, useWords } from '../store-context.ts';

/** What this map is, how to read it, whose data it holds and how to get them; language and text size too. */
export function AboutPanel() {
  const store = useStore();
  const { words, language } = useWords();
  const { baseLayer } = store.config;
  const { years } = store.holidays.value;
  return (
    <Panel title={words.aboutPage} closeLabel={words.close} onClose={() => store.close('panel')}>
      <p>{words.aboutIntro}</p>
      <div class="settings">
        <label class="weui-cell weui-cell_switch">
          <span class="weui-cell__bd">{words.largeText}</span>
          <input
            type="checkbox"
            role="switch"
            class="weui-switch"
            checked={store.largeText.value}
            aria-checked={store.largeText.value}
            onChange={(event) => store.setLargeText(event.currentTarget.checked)}
          />
        </label>
      </div>

      <h3 class="panel-heading">{words.aboutTakePart}</h3>
      <ul class="take-part">
        <li>
          <a href="/merchant/">{words.aboutMerchant}</a>
        </li>
        <li>
          <a href="/staff/">{words.aboutStaff}</a>
        </li>
      </ul>

      <h3 class="panel-heading">{words.legendHeading}</h3>
      <ul class="legend">
        {(
          [
            ['station', 'open', words.legendStation],
            ['merchant', 'open', words.legendMerchant],
            ['facility', 'open', words.legendFacility],
            ['facility', 'open', words.legendOpen],
            ['facility', 'closing_soon', words.legendSoon],
            ['facility', 'closed', words.legendClosed],
            ['facility', 'unknown', words.legendUnknown],
          ] as const
        ).map(([kind, status, text]) => (
          <li key={text}>
            <PlaceSymbol place={{ kind, status }} />
            {text}
          </li>
        ))}
      </ul>

      <h3 class="panel-heading">{words.aboutPrivacyHeading}</h3>
      <p>{words.aboutPrivacy}</p>
      {baseLayer.type === 'tiles' && <p>{words.aboutTilesPrivacy}</p>}
      <h3 class="panel-heading">{words.aboutIllustrativeHeading}</h3>
      <p>{words.aboutIllustrative}</p>
      {years.length > 0 && (
        <p>{words.aboutHolidays(words.yearRange(Math.min(...years), Math.max(...years)))}</p>
      )}

      <h3 class="panel-heading">{words.aboutDataHeading}</h3>
      <p>{words.aboutDataHint}</p>
      <ul class="open-data">
        {store.subdistricts.value.map(({ id, properties }) => (
          <li key={id}>
            <strong>{language === 'en' ? properties.nameEn : properties.name}</strong>
            <span class="open-data-links">
              <a href={addressOf('exportPlacesCsv', { query: { subdistrict: id } })} download>
                {words.downloadCsv}
              </a>
              <a href={addressOf('exportPlacesGeojson', { query: { subdistrict: id } })} download>
                {words.downloadGeojson}
              </a>
            </span>
            <small>{[properties.attribution, properties.licence].join(' · ')}</small>
            <small>{properties.outlineAttribution}</small>
          </li>
        ))}
      </ul>

      <h3 class="panel-heading">{words.aboutMapHeading}</h3>
      {baseLayer.type === 'sketch' ? (
        <p>{words.sketchAttribution}</p>
      ) : (
        <p>
          {baseLayer.attribution}
          {baseLayer.reviewNumber && ` · ${words.reviewNumberPrefix} ${baseLayer.reviewNumber}`}
        </p>
      )}
    </Panel>
  );
}
