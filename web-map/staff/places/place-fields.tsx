import { useMemo } from 'preact/hooks';
import { localDateOf } from '../../../shared/calendar/shanghai-time.ts';
import { CATEGORY_WORDS, KIND_WORDS, TIER_WORDS } from '../../../shared/labels/place-words.ts';
import { CATEGORIES_OF_KIND } from '../../../shared/place/categories-of-kind.ts';
import type { Category, Tier } from '../../../shared/place/kind.ts';
import { AmenityPicker } from '../../form/amenity-picker.tsx';
import { ChoiceField } from '../../form/choice-field.tsx';
import { Field } from '../../form/field.tsx';
import { HoursEditor } from '../../form/hours/hours-editor.tsx';
import { PositionPicker } from '../../form/position/position-picker.tsx';
import { TextArea } from '../../form/text-area.tsx';
import { TextField } from '../../form/text-field.tsx';
import { now } from '../state/page-state.ts';
import { siteConfig } from '../state/site-config.ts';
import { fieldName } from '../words/field-lines.ts';
import { useWords } from '../words/use-words.ts';
import { neighboursOf } from './find-neighbours.ts';
import type { PlaceForm } from './place-form.ts';

const TIERS = Object.keys(TIER_WORDS) as Tier[];

type TextName = {
  [Key in keyof PlaceForm]: PlaceForm[Key] extends string ? Key : never;
}[keyof PlaceForm];

/** Everything about a place that staff write. */
export function PlaceFields({
  id,
  form,
  missing,
  onChange,
}: {
  /** Absent for a new place. */
  id: string | undefined;
  form: PlaceForm;
  /** Fields that are to be mended, once somebody has tried to save. */
  missing: readonly (keyof PlaceForm)[];
  onChange: (form: PlaceForm) => void;
}) {
  const { words, language } = useWords();
  const findNeighbours = useMemo(() => neighboursOf(id), [id]);
  const errorOf = (field: keyof PlaceForm) =>
    missing.includes(field) ? (words.placeForm.mend[field] ?? words.placeForm.needed) : undefined;
  const text = (field: TextName, maxLength: number, more: { isOptional?: boolean; hint?: string } = {}) => (
    <TextField
      label={fieldName(field, language)}
      error={errorOf(field)}
      value={form[field]}
      maxLength={maxLength}
      onChange={(value) => onChange({ ...form, [field]: value })}
      {...more}
    />
  );
  return (
    <>
      <section class="card">
        <h3>{words.placeForm.what}</h3>
        {text('name', 60)}
        {text('nameEn', 120, { isOptional: true })}
        {text('aliases', 300, { isOptional: true, hint: words.placeForm.aliasesHint })}
        <Field label={fieldName('category', language)} error={errorOf('category')}>
          {(ties) => (
            <select
              {...ties}
              class="field-input"
              value={form.category ?? ''}
              onChange={({ currentTarget }) =>
                onChange({ ...form, category: (currentTarget.value || undefined) as Category | undefined })
              }
            >
              {form.category === undefined && <option value="">{words.placeForm.chooseCategory}</option>}
              {Object.entries(CATEGORIES_OF_KIND).map(([kind, categories]) => (
                <optgroup key={kind} label={KIND_WORDS[kind as keyof typeof KIND_WORDS][language]}>
                  {categories.map((category) => (
                    <option key={category} value={category}>
                      {CATEGORY_WORDS[category][language]}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          )}
        </Field>
        {form.category === 'nuanxin_nest' && (
          <ChoiceField<Tier>
            label={fieldName('tier', language)}
            isOptional
            value={form.tier}
            onChange={(tier) => onChange({ ...form, tier })}
            choices={TIERS.map((code) => ({ code, label: TIER_WORDS[code][language] }))}
          />
        )}
      </section>
      <section class="card">
        <h3>{words.placeForm.where}</h3>
        {text('address', 200)}
        <PositionPicker
          label={fieldName('position', language)}
          hint={words.placeForm.positionHint}
          error={errorOf('position')}
          value={form.position}
          onChange={(position) => onChange({ ...form, position })}
          config={siteConfig.value}
          findNeighbours={findNeighbours}
        />
        {text('grid', 20, { isOptional: true })}
      </section>
      <section class="card">
        <h3>{words.placeForm.when}</h3>
        <HoursEditor
          value={form.schedule}
          today={localDateOf(now.value)}
          onChange={(schedule) => onChange({ ...form, schedule })}
        />
        {form.schedule && (
          <button
            type="button"
            class="plain-button"
            onClick={() => onChange({ ...form, schedule: undefined })}
          >
            {words.placeForm.hoursUnknown}
          </button>
        )}
      </section>
      <section class="card">
        <h3>{words.placeForm.offer}</h3>
        <AmenityPicker
          label={fieldName('amenities', language)}
          value={form.amenities}
          onChange={(amenities) => onChange({ ...form, amenities })}
          now={() => new Date().toISOString()}
        />
        {text('entrance', 200, { isOptional: true })}
        {text('ebikeParking', 200, { isOptional: true })}
        {text('whoMayEnter', 200, { isOptional: true })}
        <TextField
          label={fieldName('maxStayMinutes', language)}
          error={errorOf('maxStayMinutes')}
          isOptional
          inputMode="numeric"
          value={form.maxStayMinutes}
          maxLength={4}
          onChange={(maxStayMinutes) => onChange({ ...form, maxStayMinutes: maxStayMinutes.trim() })}
        />
        {text('phone', 40, { isOptional: true })}
        {text('website', 300, { isOptional: true })}
        <TextArea
          label={fieldName('pledge', language)}
          isOptional
          value={form.pledge}
          maxLength={300}
          onChange={(pledge) => onChange({ ...form, pledge })}
        />
      </section>
    </>
  );
}
