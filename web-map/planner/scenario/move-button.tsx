import { useEffect, useRef, useState } from 'preact/hooks';
import type { Position } from '../../../shared/geo/position.ts';
import { type FacilitySeen, numbersOf } from '../engine/planner-engine.ts';
import { shown } from '../state/chosen.ts';
import { question } from '../state/question.ts';
import { shareOf, sharePhrase, unbroken } from '../words/phrases.ts';
import { useWords } from '../words/use-words.ts';
import { moveFacility } from './edit.ts';
import { movedBy } from './moved-by.ts';

const STEPS: Readonly<Record<string, readonly [east: number, north: number]>> = {
  ArrowUp: [0, 10],
  ArrowDown: [0, -10],
  ArrowLeft: [-10, 0],
  ArrowRight: [10, 0],
};
const SHIFT = 10;

/** From where a facility is being moved, and how far it has come, in metres. */
type Way = { from: Position; east: number; north: number };

/** Moves a facility with the arrow keys, live like a drag; Enter, Escape or another focus ends it. */
export function MoveButton({ facility: { id, name, position } }: { facility: FacilitySeen }) {
  const { words } = useWords();
  const [way, setWay] = useState<Way | undefined>(undefined);
  const current = useRef(way);
  current.current = way;
  const end = () => {
    const done = current.current;
    setWay(undefined);
    if (done && (done.east !== 0 || done.north !== 0)) moveFacility(id, placeOf(done), true);
  };
  useEffect(() => end, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!way) return;
    if (event.key === 'Escape') return end();
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const [east, north] = step.map((meters) => meters * (event.shiftKey ? SHIFT : 1)) as [number, number];
    const next = { ...way, east: way.east + east, north: way.north + north };
    setWay(next);
    moveFacility(id, placeOf(next), false);
  };
  const numbers = shown.value && numbersOf(shown.value, question.value.class);
  return (
    <>
      <button
        type="button"
        class="plain-button"
        aria-label={words.scenario.movePlace(name)}
        aria-pressed={way !== undefined}
        onClick={() => (way ? end() : setWay({ from: position, east: 0, north: 0 }))}
        onKeyDown={onKeyDown}
        onBlur={end}
      >
        {words.scenario.move}
      </button>
      <small class="move-state" role="status">
        {way &&
          (way.east === 0 && way.north === 0
            ? words.scenario.moving(name)
            : numbers &&
              unbroken(words.scenario.movedBy(way.east, way.north, sharePhrase(shareOf(numbers)))))}
      </small>
    </>
  );
}

const placeOf = ({ from, east, north }: Way): Position => movedBy(from, east, north);
