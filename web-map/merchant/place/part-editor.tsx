import { useState } from 'preact/hooks';
import { APPLICATION_FIELD_WORDS } from '../../../shared/labels/registration-words.ts';
import { checkSchedule } from '../../../shared/place/check-schedule.ts';
import type { OwnPlacePatch } from '../../../shared/place/own-place-patch.ts';
import type { PlaceRecord } from '../../../shared/place/place-record.ts';
import { AmenityPicker } from '../../form/amenity-picker.tsx';
import { HoursEditor } from '../../form/hours/hours-editor.tsx';
import { PhotoPicker } from '../../form/photos/photo-picker.tsx';
import { photoSource } from '../../form/photos/photo-source.ts';
import { TextArea } from '../../form/text-area.tsx';
import { TextField } from '../../form/text-field.tsx';
import { call } from '../../session/session-store.ts';
import { Button } from '../../ui/button.tsx';
import { merchantWords } from '../merchant-words.ts';
import { errorSentence, isRefusedAs } from '../state/error-sentence.ts';
import { say } from '../state/merchant-store.ts';
import { goTo, type PlacePart } from '../state/page-view.ts';
import { today } from '../state/site.ts';
import { Notice, ViewTitle } from '../view-parts.tsx';
import { AccessFields } from './access-fields.tsx';

const source = photoSource(call);

/** The texts that a patch cannot hold empty. */
type Edited = Omit<OwnPlacePatch, 'phone' | 'pledge'> & { phone?: string; pledge?: string };

/**
 * Hours, offers, access or photos, changed by the owner and live at once. What was typed stays until it is saved or
 * left; when the place was changed elsewhere meanwhile, only this part is written over the newer version.
 */
export function PartEditor({
  place,
  part,
  onChanged,
}: {
  place: PlaceRecord;
  part: PlacePart;
  onChanged: (place: PlaceRecord) => void;
}) {
  const { words, language } = merchantWords();
  const [edited, setEdited] = useState<Edited>({});
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string | undefined>();
  const set = (change: Edited) => setEdited((before) => ({ ...before, ...change }));
  const isUnchanged = Object.keys(edited).length === 0;
  const isWrong =
    edited.schedule !== undefined &&
    (checkSchedule(edited.schedule).length > 0 ||
      edited.schedule.exceptions?.some(({ reason }) => reason.trim() === ''));

  const write = async (version: number) =>
    call('updateMyPlace', { params: { id: place.id }, ifMatch: version, body: patchOf(edited) });
  const save = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const saved = await write(place.version).catch(async (problem: unknown) => {
        if (!isRefusedAs(problem, 'precondition_failed')) throw problem;
        return write((await call('getMyPlace', { params: { id: place.id } })).version);
      });
      onChanged(saved);
      // The machine may want a person to look first: then the map keeps what it shows.
      say(saved.pendingChange && !place.pendingChange ? words.savedForReview : words.savedLive);
      goTo({ at: 'place', id: place.id }, { replace: true });
    } catch (problem) {
      setError(errorSentence(problem, language));
    } finally {
      setBusy(false);
    }
  };
  const phone = edited.phone ?? place.phone ?? '';
  const pledge = edited.pledge ?? place.pledge ?? '';
  return (
    <>
      <ViewTitle back={{ at: 'place', id: place.id }} backLabel={place.name}>
        {words.parts[part]}
      </ViewTitle>
      <div class="card form-card">
        {part === 'hours' && (
          <HoursEditor
            value={edited.schedule ?? place.schedule}
            today={today()}
            onChange={(schedule) => set({ schedule })}
          />
        )}
        {part === 'offers' && (
          <>
            <AmenityPicker
              label={APPLICATION_FIELD_WORDS.amenities[language]}
              hint={words.offersHint}
              value={edited.amenities ?? place.amenities}
              now={() => new Date().toISOString()}
              onChange={(amenities) => set({ amenities })}
            />
            <TextArea
              label={APPLICATION_FIELD_WORDS.pledge[language]}
              hint={words.pledgeHint}
              isOptional
              value={pledge}
              maxLength={300}
              onChange={(next) => set({ pledge: next })}
            />
          </>
        )}
        {part === 'access' && (
          <>
            <AccessFields
              value={edited.access ?? place.access ?? {}}
              onChange={(access) => set({ access })}
            />
            <TextField
              label={APPLICATION_FIELD_WORDS.publicPhone[language]}
              hint={words.publicPhoneHint}
              isOptional
              type="tel"
              value={phone}
              maxLength={40}
              onChange={(next) => set({ phone: next })}
            />
          </>
        )}
        {part === 'photos' && (
          <PhotoPicker
            label={APPLICATION_FIELD_WORDS.photos[language]}
            hint={words.photosLiveHint}
            isOptional
            value={edited.photos ?? place.photos?.map(({ id }) => id) ?? []}
            source={source}
            onChange={(photos) => set({ photos })}
          />
        )}
      </div>
      {error && (
        <div role="alert">
          <Notice kind="warn" icon="warning">
            {error}
          </Notice>
        </div>
      )}
      <div class="form-buttons">
        <Button
          kind="primary"
          isDisabled={isBusy || isUnchanged || Boolean(isWrong)}
          onClick={() => void save()}
        >
          {isBusy ? words.savingNow : words.save}
        </Button>
      </div>
      <p class="field-hint">{words.liveHint}</p>
    </>
  );
}

const patchOf = ({ phone, pledge, ...patch }: Edited): OwnPlacePatch => ({
  ...patch,
  ...(phone !== undefined && { phone: phone.trim() || null }),
  ...(pledge !== undefined && { pledge: pledge.trim() || null }),
});
