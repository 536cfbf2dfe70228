import { signal } from '@preact/signals';
import type { Position } from '../../../shared/geo/position.ts';
import { PLANNER_MESSAGES } from '../../i18n/planner/messages.ts';
import { language } from '../../page-language.ts';
import { url } from '../state/address.ts';
import { choose } from '../state/chosen.ts';
import { change, changes, isDragging } from '../state/scenario-store.ts';
import { classWord } from '../words/phrases.ts';

/** Whether the next tap on the map adds a facility. */
export const isAdding = signal(false);

/** Adds a facility of the class that is looked at. */
export function addFacility(position: Position): void {
  isAdding.value = false;
  const { class: code } = url.value;
  const number = changes.value.filter(({ type }) => type === 'add').length + 1;
  const id = newId();
  change({
    type: 'add',
    id,
    class: code,
    name: PLANNER_MESSAGES[language.value].scenario.newName(classWord(code, language.value), number),
    position: rounded(position),
  });
  choose({ type: 'facility', id });
}

/** Moves a facility, live while it is dragged; what was only proposed stays a proposal. */
export function moveFacility(id: string, position: Position, isDone: boolean): void {
  isDragging.value = !isDone;
  const added = changes.value.find((each) => each.type === 'add' && each.id === id);
  change(
    added?.type === 'add'
      ? { ...added, position: rounded(position) }
      : { type: 'move', place: id, position: rounded(position) },
  );
  if (isDone) choose({ type: 'facility', id });
}

/** Closes a facility in the scenario. */
export const closeFacility = (id: string): void => change({ type: 'remove', place: id });

/** A decimetre is enough for a plan. */
const rounded = ([lng, lat]: Position): Position => [Number(lng.toFixed(6)), Number(lat.toFixed(6))];

const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
