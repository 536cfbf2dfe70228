import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { ApiError, type Client } from '../../../shared/api/client.ts';
import type { PlaceDetail } from '../../../shared/api/place-detail.ts';

/** The detail of the chosen place, on its way or had. */
export type DetailState = {
  id: string | undefined;
  detail: PlaceDetail | undefined;
  status: 'none' | 'loading' | 'ready' | 'gone' | 'failed';
};

/** Keeps the detail of the place that is open; asks for it whenever another one is opened. */
export function createDetailStore(client: Client, place: ReadonlySignal<string | undefined>) {
  const state = signal<DetailState>({ id: undefined, detail: undefined, status: 'none' });
  let asking: AbortController | undefined;

  const load = async (id: string) => {
    asking?.abort();
    asking = new AbortController();
    const { signal: aborted } = asking;
    state.value = { id, detail: undefined, status: 'loading' };
    try {
      const detail = await client('getPlace', { params: { id }, signal: aborted });
      if (!aborted.aborted) state.value = { id, detail, status: 'ready' };
    } catch (error) {
      if (aborted.aborted) return;
      const isGone = error instanceof ApiError && (error.status === 404 || error.status === 400);
      state.value = { id, detail: undefined, status: isGone ? 'gone' : 'failed' };
    }
  };

  effect(() => {
    const id = place.value;
    if (id === state.peek().id) return;
    if (id) load(id);
    else {
      asking?.abort();
      state.value = { id: undefined, detail: undefined, status: 'none' };
    }
  });

  return {
    state: state as ReadonlySignal<DetailState>,
    /** Asks once more for the place that is open. */
    retry() {
      const id = place.peek();
      if (id) load(id);
    },
  };
}

export type DetailStore = ReturnType<typeof createDetailStore>;
