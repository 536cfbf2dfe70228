// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { createNavigation } from '../../../web-map/rider/state/navigation.ts';

const PLACE = '01M7W8GKT882H0GWJ1EZDX076T';
const OTHER = '01M7W8GKT882H0GWJ1EZDX0770';

/** A history of this window alone: happy-dom's does not go back. */
function windowAt(hash: string) {
  const entries: { state: unknown; hash: string }[] = [{ state: null, hash }];
  let at = 0;
  const target = new EventTarget();
  const location = {
    pathname: '/',
    search: '',
    get hash() {
      return entries[at]?.hash ?? '';
    },
  };
  const hashOf = (url: string) => (url.includes('#') ? url.slice(url.indexOf('#')) : '');
  const history = {
    get state() {
      return entries[at]?.state;
    },
    pushState(state: unknown, _: string, url: string) {
      entries.splice(at + 1);
      entries.push({ state: structuredClone(state), hash: hashOf(url) });
      at += 1;
    },
    replaceState(state: unknown, _: string, url: string) {
      entries[at] = { state: structuredClone(state), hash: hashOf(url) };
    },
    back() {
      at -= 1;
      const event = Object.assign(new Event('popstate'), { state: entries[at]?.state });
      target.dispatchEvent(event);
    },
  };
  const follow = (to: string) => {
    entries.splice(at + 1);
    entries.push({ state: null, hash: to });
    at += 1;
    target.dispatchEvent(Object.assign(new Event('popstate'), { state: null }));
  };
  return {
    window: Object.assign(target, { history, location }) as unknown as Window,
    entries,
    follow,
  };
}

let own: ReturnType<typeof windowAt>;
let navigation: ReturnType<typeof createNavigation>;
beforeEach(() => {
  own = windowAt('');
  navigation = createNavigation(own.window);
});

describe('createNavigation', () => {
  it('closes the place first and then the list when one goes back', () => {
    navigation.resize('half');
    navigation.open({ place: PLACE, sheet: 'half' });
    own.window.history.back();
    expect([navigation.url.value.place, navigation.sheet.value]).toEqual([undefined, 'half']);
    own.window.history.back();
    expect(navigation.sheet.value).toBe('peek');
  });

  it('does not bring older filters back', () => {
    navigation.open({ place: PLACE, sheet: 'half' });
    navigation.change({ openNow: true });
    own.window.history.back();
    expect(navigation.url.value).toMatchObject({ place: undefined, openNow: true });
    expect(own.window.location.hash).toBe('#open=1');
  });

  it('goes from place to place in one step', () => {
    navigation.open({ place: PLACE, sheet: 'half' });
    navigation.open({ place: OTHER, sheet: 'half' });
    own.window.history.back();
    expect(navigation.url.value.place).toBeUndefined();
    expect(own.entries[0]?.hash).toBe('');
  });

  it('opens a shared link at half height and closes it without leaving the page', () => {
    own = windowAt(`#place=${PLACE}`);
    navigation = createNavigation(own.window);
    expect([navigation.url.value.place, navigation.sheet.value]).toEqual([PLACE, 'half']);
    navigation.close('place');
    expect(navigation.url.value.place).toBeUndefined();
    expect(own.window.location.hash).toBe('');
  });

  it('closes a panel over a place and leaves the place', () => {
    navigation.open({ place: PLACE, sheet: 'half' });
    navigation.open({ panel: 'go' });
    navigation.close('panel');
    expect([navigation.panel.value, navigation.url.value.place]).toEqual([undefined, PLACE]);
  });

  it('reads an address that someone typed as a whole', () => {
    navigation.change({ openNow: true });
    own.follow(`#place=${PLACE}&q=hys`);
    expect(navigation.url.value).toMatchObject({ place: PLACE, openNow: false, query: 'hys' });
  });

  it('comes back to what lay open after a reload', () => {
    navigation.open({ place: PLACE, sheet: 'half' });
    const reloaded = createNavigation(own.window);
    expect([reloaded.url.value.place, reloaded.sheet.value]).toEqual([PLACE, 'half']);
    reloaded.close('place');
    expect(reloaded.sheet.value).toBe('peek');
  });
});
