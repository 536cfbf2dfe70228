import { signal } from '@preact/signals';

/** The groups of questions of a registration, one to a screen. */
export const STEP_IDS = ['shop', 'contact', 'where', 'hours', 'offers', 'photos', 'pledge', 'check'] as const;
export type StepId = (typeof STEP_IDS)[number];

/** What an owner edits by themselves. */
export const PLACE_PARTS = ['hours', 'offers', 'access', 'photos'] as const;
export type PlacePart = (typeof PLACE_PARTS)[number];

/** What the page shows, as its address says after the `#`. */
export type PageView =
  | { at: 'home' }
  | { at: 'inbox' }
  | { at: 'take-over' }
  | { at: 'claim'; place: string }
  | { at: 'registration'; id: string; step?: StepId }
  | { at: 'place'; id: string; part?: PlacePart | 'poster' };

/** The view that an address names; home where it makes no sense. */
export const readView = (hash: string): PageView => {
  const parameters = new URLSearchParams(hash.slice(1));
  const id = (name: string) => {
    const text = parameters.get(name);
    return text && /^[0-9A-Z]{26}$/.test(text) ? text : undefined;
  };
  const [claim, registration, place] = [id('claim'), id('registration'), id('place')];
  if (claim) return { at: 'claim', place: claim };
  if (registration) {
    const step = STEP_IDS.find((each) => each === parameters.get('step'));
    return { at: 'registration', id: registration, ...(step && { step }) };
  }
  if (place) {
    const named = parameters.get('part');
    const part = named === 'poster' ? named : PLACE_PARTS.find((each) => each === named);
    return { at: 'place', id: place, ...(part && { part }) };
  }
  if (parameters.has('inbox')) return { at: 'inbox' };
  return parameters.has('take-over') ? { at: 'take-over' } : { at: 'home' };
};

/** The address of a view, to be linked to. */
export const addressOfView = (view: PageView): string => {
  switch (view.at) {
    case 'home':
      return '#';
    case 'inbox':
    case 'take-over':
      return `#${view.at}=`;
    case 'claim':
      return `#claim=${view.place}`;
    case 'registration':
      return `#registration=${view.id}${view.step ? `&step=${view.step}` : ''}`;
    case 'place':
      return `#place=${view.id}${view.part ? `&part=${view.part}` : ''}`;
  }
};

/** What the page shows now. */
export const pageView = signal<PageView>(readView(location.hash));
addEventListener('hashchange', () => {
  pageView.value = readView(location.hash);
});

/** Goes somewhere; `replace` where going back should not lead here again. */
export const goTo = (view: PageView, { replace = false } = {}): void => {
  if (replace) {
    history.replaceState(history.state, '', `${location.pathname}${location.search}${addressOfView(view)}`);
    pageView.value = view;
  } else location.hash = addressOfView(view);
};
