import { AMENITY_WORDS } from '../../shared/labels/place-words.ts';
import type { Amenity, AmenityCode } from '../../shared/place/amenity.ts';
import { Icon } from '../ui/icon.tsx';
import { iconOf } from '../ui/icons/icon-of.ts';
import { Field, type FieldProps } from './field.tsx';
import { formWords } from './form-words.ts';
import { SwitchRow } from './switch-row.tsx';

const CODES = Object.keys(AMENITY_WORDS) as AmenityCode[];

/**
 * What a place offers, as symbols to press. With `now` (ISO, asked when something breaks) each chosen one can be
 * marked as broken since then; notes and moments that were there stay.
 */
export function AmenityPicker({
  value,
  onChange,
  now,
  codes = CODES,
  ...field
}: FieldProps & {
  value: readonly Amenity[];
  onChange: (value: Amenity[]) => void;
  now?: () => string;
  /** Which may be chosen, in this order; all where nothing is said. */
  codes?: readonly AmenityCode[];
}) {
  const { words, language } = formWords();
  const chosen = new Map(value.map((amenity) => [amenity.code, amenity]));
  const shown = [...new Set([...codes, ...chosen.keys()])];
  const change = (code: AmenityCode, next: Amenity | undefined) => {
    const rest = new Map(chosen);
    if (next) rest.set(code, next);
    else rest.delete(code);
    onChange(shown.flatMap((each) => rest.get(each) ?? []));
  };
  const mark = (amenity: Amenity, isBroken: boolean, at: string) => {
    const { brokenSince: _, ...kept } = amenity;
    change(
      amenity.code,
      isBroken ? { ...kept, state: 'broken', brokenSince: at } : { ...kept, state: 'working' },
    );
  };
  return (
    <>
      <Field {...field} isGroup>
        {() => (
          <>
            <div class="amenity-grid">
              {shown.map((code) => (
                <button
                  key={code}
                  type="button"
                  class="amenity-tile"
                  aria-pressed={chosen.has(code)}
                  onClick={() => change(code, chosen.has(code) ? undefined : { code, state: 'working' })}
                >
                  <Icon id={iconOf(code)} />
                  {AMENITY_WORDS[code][language]}
                </button>
              ))}
            </div>
            <p class="field-count" aria-live="polite">
              {value.length > 0 && words.chosenCount(value.length)}
            </p>
          </>
        )}
      </Field>
      {now && value.length > 0 && (
        <fieldset class="field">
          <legend class="field-label">{words.brokenHeading}</legend>
          <p class="field-hint">{words.brokenHint}</p>
          <div class="field-rows">
            {value.map((amenity) => (
              <SwitchRow
                key={amenity.code}
                label={AMENITY_WORDS[amenity.code][language]}
                hint={amenity.state === 'broken' ? words.broken : words.working}
                isOn={amenity.state === 'working'}
                onChange={(works) => mark(amenity, !works, now())}
              />
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}
