import { useState } from 'preact/hooks';
import { distanceMeters } from '../../../shared/geo/distance.ts';
import type { Position } from '../../../shared/geo/position.ts';
import type { Bbox } from '../../../shared/geo/tile.ts';
import type { PickedPosition } from '../../../shared/registration/application.ts';
import type { SiteConfig } from '../../../shared/site/site-config.ts';
import type { MapPlace } from '../../map/map-place.ts';
import { Button } from '../../ui/button.tsx';
import { Field, type FieldProps } from '../field.tsx';
import { formWords } from '../form-words.ts';
import { locate } from './locate.ts';
import { PositionMap } from './position-map.tsx';
import { positionText, rounded } from './shown-position.ts';

/** Places within this are named beside the map: they may be the same shop. */
const NEAR_METERS = 100;
const NAMED = 3;

type Locating = 'idle' | 'locating' | 'refused' | 'failed' | 'outside' | number;

/**
 * A position picked by moving the map under a pin: `onChange` hears WGS-84. A value in GCJ-02 (from WeChat's map) is
 * shown where it really lies and kept as it is until the map is moved. The map is loaded when this is drawn.
 *
 * `config` is the site's base layer and where the map starts without a value; `findNeighbours` answers what is on the
 * map in a box, to be drawn and, where near, named.
 */
export function PositionPicker({
  value,
  onChange,
  config,
  findNeighbours,
  ...field
}: FieldProps & {
  value: PickedPosition | undefined;
  onChange: (value: PickedPosition) => void;
  config: SiteConfig;
  findNeighbours?: (bbox: Bbox) => Promise<readonly MapPlace[]>;
}) {
  const { words } = formWords();
  const [middle, setMiddle] = useState<Position | undefined>();
  const [own, setOwn] = useState<{ position: Position; accuracyMeters: number } | undefined>();
  const [locating, setLocating] = useState<Locating>('idle');
  const [neighbours, setNeighbours] = useState<readonly MapPlace[]>([]);

  const pick = (position: Position) => onChange({ crs: 'wgs84', position: rounded(position) });
  const findMe = async () => {
    setLocating('locating');
    const found = await locate(navigator.geolocation);
    if (typeof found === 'string') return setLocating(found);
    setLocating(Math.round(found.accuracyMeters));
    setOwn(found);
    onChange({
      crs: 'wgs84',
      position: rounded(found.position),
      accuracyMeters: Math.min(5000, Math.round(found.accuracyMeters)),
    });
  };
  const near = neighbours
    .map((place) => ({ place, meters: middle ? distanceMeters(middle, place.position) : Infinity }))
    .filter(({ meters }) => meters <= NEAR_METERS)
    .sort((left, right) => left.meters - right.meters)
    .slice(0, NAMED);

  return (
    <Field {...field} isGroup>
      {() => (
        <>
          <p class="field-hint">{words.mapHint}</p>
          <PositionMap
            value={value}
            own={own}
            config={config}
            places={neighbours}
            onPick={pick}
            onLook={(position, bbox) => {
              setMiddle(position);
              findNeighbours?.(bbox).then(setNeighbours, () => undefined);
            }}
          />
          <p class="position-text" aria-live="polite">
            {pickedText(value, words)}
          </p>
          <div class="field-buttons">
            <Button icon="locate" isDisabled={locating === 'locating'} onClick={() => void findMe()}>
              {locating === 'locating' ? words.locating : words.useOwnPosition}
            </Button>
            {!value && middle && (
              <Button icon="pin" onClick={() => pick(middle)}>
                {words.useMiddle}
              </Button>
            )}
          </div>
          <p class="field-hint" role="status">
            {locatingText(locating, words)}
          </p>
          {near.length > 0 && (
            <div class="near-places">
              <p class="field-hint">{words.neighbours}</p>
              <ul>
                {near.map(({ place, meters }) => (
                  <li key={place.id}>
                    {place.name} <small>{words.neighbourAway(Math.max(1, Math.round(meters)))}</small>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </>
      )}
    </Field>
  );
}

type Words = ReturnType<typeof formWords>['words'];

const pickedText = (value: PickedPosition | undefined, words: Words): string => {
  if (!value) return words.notPicked;
  const text = positionText(value.position);
  return value.crs === 'wgs84' ? words.pickedWgs84(text) : words.pickedGcj02(text);
};

const locatingText = (locating: Locating, words: Words): string => {
  if (typeof locating === 'number') return words.located(locating);
  const texts = {
    idle: '',
    locating: words.locating,
    refused: words.locationRefused,
    failed: words.locationFailed,
    outside: words.locationOutside,
  };
  return texts[locating];
};
