/** What became of sharing: the phone's own sheet, the clipboard, a change of mind, or neither possible. */
export type Shared = 'shared' | 'copied' | 'cancelled' | 'failed';

/** Shares the address of the page as it stands: with the phone's sheet where there is one, else by copying it. */
export async function sharePlace(window: Window, title: string): Promise<Shared> {
  const { navigator, location } = window;
  if (navigator.share) {
    try {
      await navigator.share({ title, url: location.href });
      return 'shared';
    } catch (error) {
      if (error instanceof Error && error.name === 'AbortError') return 'cancelled';
    }
  }
  try {
    await navigator.clipboard.writeText(location.href);
    return 'copied';
  } catch {
    return 'failed';
  }
}
