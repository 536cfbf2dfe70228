// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { addressOfView, type PageView, readView } from '../../../web-map/merchant/state/page-view.ts';

const ID = '01JD0000000000000000000000';

describe('the address of a view', () => {
  const views: PageView[] = [
    { at: 'home' },
    { at: 'inbox' },
    { at: 'take-over' },
    { at: 'claim', place: ID },
    { at: 'registration', id: ID },
    { at: 'registration', id: ID, step: 'hours' },
    { at: 'place', id: ID },
    { at: 'place', id: ID, part: 'photos' },
    { at: 'place', id: ID, part: 'poster' },
  ];

  it.each(views)('leads back to $at', (view) => {
    expect(readView(addressOfView(view))).toEqual(view);
  });

  it('that makes no sense leads home, or to what of it does', () => {
    expect(readView('#registration=1')).toEqual({ at: 'home' });
    expect(readView('#nonsense')).toEqual({ at: 'home' });
    expect(readView(`#registration=${ID}&step=nowhere`)).toEqual({ at: 'registration', id: ID });
  });
});
