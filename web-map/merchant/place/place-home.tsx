import { useState } from 'preact/hooks';
import { AMENITY_WORDS, CATEGORY_WORDS } from '../../../shared/labels/place-words.ts';
import type { PlaceRecord } from '../../../shared/place/place-record.ts';
import { weekPhrase } from '../../form/hours/hours-phrases.ts';
import { SwitchRow } from '../../form/switch-row.tsx';
import { dateWithYearPhrase } from '../../i18n/phrases.ts';
import { isSuspended } from '../../i18n/place-phrases.ts';
import { call } from '../../session/session-store.ts';
import { Button } from '../../ui/button.tsx';
import { merchantWords } from '../merchant-words.ts';
import { isRefusedAs } from '../state/error-sentence.ts';
import { keepRegistration, say, sayError } from '../state/merchant-store.ts';
import { addressOfView, goTo } from '../state/page-view.ts';
import { publicAddress, today } from '../state/site.ts';
import { LinkRow, Notice, ViewTitle } from '../view-parts.tsx';
import { saveBadge } from './badge.ts';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { isConfirmationNear, ownStateLine } from './own-state-line.ts';
import { PauseDialog } from './pause-dialog.tsx';
import { closedToday, isClosedToday, openToday } from './today-closed.ts';

type Dialog = 'pause' | 'hand-over' | 'leave' | undefined;

/** The owner's home of a place: what riders see, today, pausing, confirming, editing, poster, handing over, leaving. */
export function PlaceHome({
  place,
  onChanged,
  onReload,
}: {
  place: PlaceRecord;
  onChanged: (place: PlaceRecord) => void;
  onReload: () => void;
}) {
  const { words, language } = merchantWords();
  const [dialog, setDialog] = useState<Dialog>();
  const [isBusy, setBusy] = useState(false);
  const { id, version } = place;
  const now = new Date();
  const line = ownStateLine(place, now, language);
  const isPaused = isSuspended(place, now);
  const isClosed = isClosedToday(place.schedule, today());

  /** Makes a change; where somebody was faster, shows how it stands now. */
  const change = async (make: () => Promise<PlaceRecord>, done: string): Promise<boolean> => {
    setBusy(true);
    try {
      onChanged(await make());
      say(done);
      return true;
    } catch (error) {
      sayError(error);
      if (isRefusedAs(error, 'precondition_failed')) onReload();
      return false;
    } finally {
      setBusy(false);
    }
  };
  const request = { params: { id }, ifMatch: version };
  const { schedule } = place;
  const setToday = (isOpen: boolean) =>
    schedule &&
    change(
      () =>
        call('updateMyPlace', {
          ...request,
          body: {
            schedule: isOpen
              ? openToday(schedule, today())
              : closedToday(schedule, today(), words.closedTodayReason),
          },
        }),
      isOpen ? words.openTodayDone : words.closedTodayDone,
    );
  const beginChange = async () => {
    setBusy(true);
    try {
      const registration = await call('createRegistration', { body: { kind: 'change', place: id } });
      keepRegistration(registration);
      const { actions } = registration;
      goTo({ at: 'registration', id: registration.id, ...(actions.includes('edit') && { step: 'shop' }) });
    } catch (error) {
      sayError(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <ViewTitle back={{ at: 'home' }}>{place.name}</ViewTitle>
      <div class="card">
        <p class={`state-line state-${line.tone} state-big`}>{line.text}</p>
        {isPaused && place.suspension && (
          <Notice kind="warn" icon="pause">
            <p>{place.suspension.reason}</p>
            {place.suspension.by === undefined && <p>{words.pausedByStaff}</p>}
          </Notice>
        )}
        {!isPaused && schedule && (
          <div class="field-rows">
            <SwitchRow
              label={words.openToday}
              hint={isClosed ? words.closedTodayHint : words.openTodayHint}
              isOn={!isClosed}
              isDisabled={isBusy}
              onChange={(isOn) => void setToday(isOn)}
            />
          </div>
        )}
        <div class="place-actions">
          {isPaused ? (
            place.suspension?.by !== undefined && (
              <Button
                kind="primary"
                icon="play"
                isDisabled={isBusy}
                onClick={() =>
                  void change(
                    () =>
                      place.suspension?.by === 'overdue'
                        ? call('confirmMyPlace', request)
                        : call('resumeMyPlace', request),
                    words.resumed,
                  )
                }
              >
                {place.suspension.by === 'overdue' ? words.stillTrue : words.resume}
              </Button>
            )
          ) : (
            <Button icon="pause" isDisabled={isBusy} onClick={() => setDialog('pause')}>
              {words.pause}
            </Button>
          )}
          {!isPaused && (
            <Button
              icon="shield-check"
              kind={isConfirmationNear(place, now) ? 'primary' : 'default'}
              isDisabled={isBusy}
              onClick={() => void change(() => call('confirmMyPlace', request), words.confirmed)}
            >
              {words.stillTrue}
            </Button>
          )}
        </div>
        {place.confirmBy && (
          <p class="field-hint">
            {words.confirmByHint(dateWithYearPhrase(`${place.confirmBy}T00:00:00+08:00`, language))}
          </p>
        )}
      </div>

      <section class="card rows" aria-label={words.editHeading}>
        <LinkRow
          icon="clock"
          label={words.parts.hours}
          note={schedule ? weekPhrase(schedule, language) : words.notFilled}
          href={addressOfView({ at: 'place', id, part: 'hours' })}
        />
        <LinkRow
          icon="hot-cup"
          label={words.parts.offers}
          note={place.amenities.map(({ code }) => AMENITY_WORDS[code][language]).join(words.separator)}
          href={addressOfView({ at: 'place', id, part: 'offers' })}
        />
        <LinkRow
          icon="door"
          label={words.parts.access}
          note={place.access?.entrance ?? place.phone}
          href={addressOfView({ at: 'place', id, part: 'access' })}
        />
        <LinkRow
          icon="camera"
          label={words.parts.photos}
          note={words.photosCount(place.photos?.length ?? 0)}
          href={addressOfView({ at: 'place', id, part: 'photos' })}
        />
        {place.pendingChange ? (
          <LinkRow
            icon="pencil"
            label={words.reviewedFields}
            note={words.changeInReview}
            href={addressOfView({ at: 'registration', id: place.pendingChange })}
          />
        ) : (
          <LinkRow
            icon="pencil"
            label={words.reviewedFields}
            note={`${CATEGORY_WORDS[place.category][language]} · ${place.address} · ${words.needsReview}`}
            onClick={() => void beginChange()}
          />
        )}
      </section>

      <section class="card rows" aria-label={words.showHeading}>
        <LinkRow
          icon="printer"
          label={words.poster}
          note={words.posterHint}
          href={addressOfView({ at: 'place', id, part: 'poster' })}
        />
        <LinkRow
          icon="badge"
          label={words.badge}
          note={words.badgeHint}
          onClick={() => saveBadge(place.name, language)}
        />
        <LinkRow icon="map" label={words.seeOnMap} href={publicAddress(id)} />
      </section>

      <section class="card rows" aria-label={words.more}>
        <LinkRow
          icon="hand-over"
          label={words.handOver}
          note={words.handOverHint}
          onClick={() => setDialog('hand-over')}
        />
        <LinkRow icon="exit" label={words.leave} note={words.leaveHint} onClick={() => setDialog('leave')} />
      </section>

      {dialog === 'pause' && (
        <PauseDialog
          onCancel={() => setDialog(undefined)}
          onPause={async (reason, until) => {
            const isDone = await change(
              () => call('pauseMyPlace', { ...request, body: { reason, until } }),
              words.paused,
            );
            if (isDone) setDialog(undefined);
          }}
        />
      )}
      {dialog === 'hand-over' && <HandOverDialog place={place} onClose={() => setDialog(undefined)} />}
      {dialog === 'leave' && <LeaveDialog place={place} onCancel={() => setDialog(undefined)} />}
    </>
  );
}
