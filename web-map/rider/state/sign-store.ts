import { type ReadonlySignal, signal } from '@preact/signals';
import { ApiError, type Client } from '../../../shared/api/client.ts';
import { localDateOf } from '../../../shared/calendar/shanghai-time.ts';
import type { ConfirmationKind } from '../../../shared/confirmation/confirmation.ts';

/** A tap on its way: it can be taken back while it is `pending`. */
export type SignOnItsWay = {
  place: string;
  kind: ConfirmationKind;
  status: 'pending' | 'sending' | 'failed' | 'too_many';
};

/** What was said today on this device, by place. */
type Said = { day: string; places: Record<string, ConfirmationKind> };

const KEY = 'nuanxin.signs';
const UNDO_MS = 5000;

/**
 * What the rider taps in front of a door. A tap is sent after five seconds in which it can be taken back, or at once
 * when the page is left; one a day for each place.
 */
export function createSignStore(
  window: Window & typeof globalThis,
  client: Client,
  now: ReadonlySignal<Date>,
) {
  const onItsWay = signal<SignOnItsWay | undefined>(undefined);
  const said = signal(readSaid(window));
  let timer: number | undefined;

  const send = async () => {
    const tap = onItsWay.peek();
    if (tap?.status !== 'pending') return;
    window.clearTimeout(timer);
    const sending: SignOnItsWay = { ...tap, status: 'sending' };
    onItsWay.value = sending;
    // Another place may have been tapped meanwhile: that tap is not this one's to end.
    const end = (next: SignOnItsWay | undefined) => {
      if (onItsWay.peek() === sending) onItsWay.value = next;
    };
    try {
      await client('confirmPlace', { params: { id: tap.place }, body: { kind: tap.kind } });
      const day = localDateOf(now.peek());
      const before = said.peek().day === day ? said.peek().places : {};
      said.value = { day, places: { ...before, [tap.place]: tap.kind } };
      saveSaid(window, said.peek());
      end(undefined);
    } catch (error) {
      const isTooMany = error instanceof ApiError && error.status === 429;
      end({ ...tap, status: isTooMany ? 'too_many' : 'failed' });
    }
  };

  window.document.addEventListener('visibilitychange', () => {
    if (window.document.visibilityState === 'hidden') send();
  });

  return {
    onItsWay: onItsWay as ReadonlySignal<SignOnItsWay | undefined>,
    /** What was said of a place today; undefined where nothing was. */
    saidOf: (place: string): ConfirmationKind | undefined =>
      said.value.day === localDateOf(now.value) ? said.value.places[place] : undefined,
    tap(place: string, kind: ConfirmationKind) {
      // What waits for another place is not forgotten for this one.
      send();
      onItsWay.value = { place, kind, status: 'pending' };
      timer = window.setTimeout(send, UNDO_MS);
    },
    undo() {
      window.clearTimeout(timer);
      onItsWay.value = undefined;
    },
  };
}

export type SignStore = ReturnType<typeof createSignStore>;

function readSaid({ localStorage }: Window): Said {
  try {
    const { day, places } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Said>;
    return typeof day === 'string' && typeof places === 'object' && places ? { day, places } : NOTHING;
  } catch {
    return NOTHING;
  }
}

const NOTHING: Said = { day: '', places: {} };

/** A browser that keeps nothing forgets with the page; the service counts a second tap of the day for nothing. */
function saveSaid({ localStorage }: Window, said: Said): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(said));
  } catch {
    return;
  }
}
