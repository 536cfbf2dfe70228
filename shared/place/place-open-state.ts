import type { HolidayTable } from '../calendar/holidays.ts';
import type { OpenState } from './open-state.ts';
import { openState } from './open-state-at.ts';
import type { Place } from './place.ts';

/** What decides whether a place can be entered: its hours, unless it is closed for the time being or for good. */
export type Openable = Pick<Place, 'state' | 'suspension' | 'schedule'>;

/**
 * A place's open state at a moment. A suspension that holds closes it whatever the hours say; one whose end has
 * passed leaves it to the hours (that nobody reopened it is for the arrival confidence to say).
 */
export const placeOpenState = (place: Openable, moment: Date, holidays: HolidayTable): OpenState => {
  const byHours = openState(place.schedule, moment, holidays);
  return isClosed(place, moment) ? { status: 'closed', holidaysKnown: byHours.holidaysKnown } : byHours;
};

/** Whether someone can walk in. */
export const isOpen = ({ status }: OpenState): boolean => status === 'open' || status === 'closing_soon';

const isClosed = ({ state, suspension }: Openable, moment: Date): boolean =>
  state === 'retired' ||
  (state === 'suspended' && !(suspension?.until && Date.parse(suspension.until) <= moment.getTime()));
