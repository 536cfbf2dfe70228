import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { SHEET_LEVELS, type SheetHeights, type SheetLevel, sheetHeights } from './sheet-level.ts';
import { useSheetDrag } from './use-sheet-drag.ts';

/** Where the sheet is a column beside the map, as `sheet.css` says. */
const BESIDE = '(min-width: 64em), (min-width: 40em) and (max-height: 30em)';

/**
 * The main content as a sheet over the foot of the map, on wide screens as a column beside it. It rests at three
 * heights; the handle moves it by drag, tap and arrow keys. `peek` is what shows at its lowest height, measured,
 * so that large text finds room.
 */
export function BottomSheet({
  label,
  handleLabel,
  level,
  contentKey,
  onLevel,
  onHeight,
  peek,
  children,
}: {
  label: string;
  handleLabel: string;
  level: SheetLevel;
  /** Changes with what the sheet holds, which then starts at its top. */
  contentKey: string;
  onLevel: (level: SheetLevel) => void;
  /**
   * How many pixels of the map's foot the sheet covers, at most its half (a full sheet leaves no map to speak of),
   * and at its peek; both 0 beside the map.
   */
  onHeight: (pixels: number, peek: number) => void;
  peek: ComponentChildren;
  children: ComponentChildren;
}) {
  const sheet = useRef<HTMLElement>(null);
  const top = useRef<HTMLDivElement>(null);
  const heights = (): SheetHeights =>
    sheetHeights(sheet.current?.parentElement?.clientHeight ?? 0, top.current?.offsetHeight ?? 0);

  const rest = () => {
    if (matchMedia(BESIDE).matches) return onHeight(0, 0);
    const { [level]: height, peek: lowest, half } = heights();
    sheet.current?.style.setProperty('--sheet-height', `${Math.round(height)}px`);
    onHeight(Math.round(Math.min(height, half)), Math.round(lowest));
  };
  const newestRest = useRef(rest);
  newestRest.current = rest;

  useLayoutEffect(rest, [level, contentKey]);
  useLayoutEffect(() => sheet.current?.scrollTo(0, 0), [contentKey, level === 'peek']);
  useEffect(() => {
    const observer = new ResizeObserver(() => newestRest.current());
    if (top.current) observer.observe(top.current);
    observer.observe(document.documentElement);
    return () => observer.disconnect();
  }, []);

  const drag = useSheetDrag(sheet, level, heights, (next) => (next === level ? rest() : onLevel(next)));
  const step = (by: number) => {
    const next = SHEET_LEVELS[SHEET_LEVELS.indexOf(level) + by];
    if (next) onLevel(next);
  };

  return (
    <main ref={sheet} class={`sheet sheet-${level}`} aria-label={label}>
      <div class="sheet-top" ref={top} {...drag}>
        <div class="sheet-grip">
          <button
            type="button"
            class="sheet-handle"
            aria-label={handleLabel}
            aria-expanded={level !== 'peek'}
            onClick={() => onLevel(level === 'peek' ? 'half' : level === 'half' ? 'full' : 'peek')}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
              step(event.key === 'ArrowUp' ? 1 : -1);
              event.preventDefault();
            }}
          />
        </div>
        {peek}
      </div>
      <div
        class="sheet-body"
        onFocusCapture={() => {
          if (level === 'peek') onLevel('half');
        }}
      >
        {children}
      </div>
    </main>
  );
}
