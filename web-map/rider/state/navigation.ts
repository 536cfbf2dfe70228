import { type Signal, signal } from '@preact/signals';
import type { SheetLevel } from '../../ui/sheet-level.ts';
import { readUrlState, type UrlState, writeUrlState } from './url-state.ts';

/** What may lie over the page, one at a time. */
export type Panel = 'filters' | 'start' | 'about' | 'go' | 'photo' | undefined;

/** What an entry of the browser's history remembers beside the address. `depth` counts our own entries. */
type Entry = { sheet: SheetLevel; panel: Panel; depth: number };

const FIRST: Entry = { sheet: 'peek', panel: undefined, depth: 0 };

export type Navigation = {
  url: Signal<UrlState>;
  sheet: Signal<SheetLevel>;
  panel: Signal<Panel>;
  /** Changes the address in place: filters, search, view. The back button does not undo it. */
  change(change: Partial<UrlState>): void;
  /** Opens a place, a panel or the list as a step that the back button takes back. */
  open(step: { place?: string; panel?: Exclude<Panel, undefined>; sheet?: 'half' | 'full' }): void;
  /** Moves the list on a phone: up from its peek is a step, everything else is not. */
  resize(level: SheetLevel): void;
  /** Takes the last step back: by the browser's history where the step is ours, else in place. */
  close(what: 'place' | 'panel' | 'sheet'): void;
};

/**
 * Keeps address, history and the page's overlays in step. Going back closes what lies on top and never brings
 * older filters back; an address typed or followed by hand is read as a whole.
 */
export function createNavigation(window: Window): Navigation {
  const { history, location } = window;
  const url = signal(readUrlState(location.hash));
  const first = entryOf(history.state);
  const sheet = signal<SheetLevel>(first?.sheet ?? (url.value.place ? 'half' : 'peek'));
  const panel = signal<Panel>(first?.panel);
  let depth = first?.depth ?? 0;

  const entry = (): Entry => ({ sheet: sheet.value, panel: panel.value, depth });
  const address = () => location.pathname + location.search + writeUrlState(url.value);
  const replace = () => history.replaceState(entry(), '', address());

  const readAll = () => {
    url.value = readUrlState(location.hash);
    panel.value = undefined;
    if (url.value.place && sheet.value === 'peek') sheet.value = 'half';
    depth = 0;
    replace();
  };

  window.addEventListener('popstate', ({ state }) => {
    const back = entryOf(state);
    if (!back) return readAll();
    depth = back.depth;
    sheet.value = back.sheet;
    panel.value = back.panel;
    url.value = { ...url.value, place: readUrlState(location.hash).place };
    replace();
  });
  replace();

  const open: Navigation['open'] = (step) => {
    const isNextPlace = step.place !== undefined && url.value.place !== undefined && !step.panel;
    if (step.place !== undefined) url.value = { ...url.value, place: step.place };
    if (step.panel) panel.value = step.panel;
    if (step.sheet) sheet.value = step.sheet;
    // From one place to the next is no new step: going back leads to the list, not through every place.
    if (isNextPlace) return replace();
    depth += 1;
    history.pushState(entry(), '', address());
  };

  const close: Navigation['close'] = (what) => {
    if (depth > 0) return history.back();
    if (what === 'place') url.value = { ...url.value, place: undefined };
    if (what === 'panel') panel.value = undefined;
    if (what === 'sheet') sheet.value = 'peek';
    replace();
  };

  return {
    url,
    sheet,
    panel,
    change(change) {
      url.value = { ...url.value, ...change };
      replace();
    },
    open,
    close,
    resize(level) {
      if (level === sheet.value) return;
      if (sheet.value === 'peek' && level !== 'peek' && !url.value.place) return open({ sheet: level });
      if (level === 'peek' && !url.value.place) return close('sheet');
      sheet.value = level;
      replace();
    },
  };
}

function entryOf(state: unknown): Entry | undefined {
  if (typeof state !== 'object' || state === null || !('depth' in state)) return undefined;
  return { ...FIRST, ...(state as Partial<Entry>) };
}
