import { type UrlState, writeUrlState } from '../state/url-state.ts';

/** What became of sharing: the phone's own sheet, the clipboard, a change of mind, or neither possible. */
export type Shared = 'shared' | 'copied' | 'cancelled' | 'failed';

/**
 * Shares a place with its filters: by the phone's sheet where there is one, else by copying the address. Where
 * the map stands and where one looks from stay out of it.
 */
export async function sharePlace(window: Window, title: string, url: UrlState): Promise<Shared> {
  const { navigator, location } = window;
  const shared = writeUrlState({ ...url, view: undefined, from: undefined });
  const address = location.origin + location.pathname + shared;
  if (navigator.share) {
    try {
      await navigator.share({ title, url: address });
      return 'shared';
    } catch (error) {
      if (error instanceof Error && error.name === 'AbortError') return 'cancelled';
    }
  }
  try {
    await navigator.clipboard.writeText(address);
    return 'copied';
  } catch {
    return 'failed';
  }
}
