import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { levelAfterDrag, type SheetHeights, type SheetLevel } from './sheet-level.ts';

type Drag = { fromY: number; height: number; lastY: number; lastAt: number; speed: number; moved: boolean };

/** A finger that moves less than this taps. */
const SLACK_PIXELS = 6;

/**
 * Pointer handlers that let a finger carry a sheet. At its peek the whole top carries it, higher up only the
 * grip, so that what lies in it can be scrolled.
 */
export function useSheetDrag(
  sheet: RefObject<HTMLElement | null>,
  level: SheetLevel,
  heights: () => SheetHeights,
  onRest: (level: SheetLevel) => void,
) {
  const drag = useRef<Drag | undefined>(undefined);

  const onPointerDown = (event: PointerEvent) => {
    const isOnGrip = event.target instanceof Element && event.target.closest('.sheet-grip') !== null;
    if (event.button !== 0 || (level !== 'peek' && !isOnGrip)) return;
    drag.current = {
      fromY: event.clientY,
      height: sheet.current?.offsetHeight ?? 0,
      lastY: event.clientY,
      lastAt: event.timeStamp,
      speed: 0,
      moved: false,
    };
  };

  const onPointerMove = (event: PointerEvent) => {
    const from = drag.current;
    const element = sheet.current;
    if (!from || !element) return;
    if (!from.moved) {
      if (Math.abs(event.clientY - from.fromY) < SLACK_PIXELS) return;
      from.moved = true;
      (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
      element.classList.add('sheet-dragged');
    }
    const { peek, full } = heights();
    const height = Math.min(full, Math.max(peek, from.height + from.fromY - event.clientY));
    element.style.setProperty('--sheet-height', `${height}px`);
    from.speed = (from.lastY - event.clientY) / Math.max(1, event.timeStamp - from.lastAt);
    from.lastY = event.clientY;
    from.lastAt = event.timeStamp;
  };

  const onPointerUp = (event: PointerEvent) => {
    const from = drag.current;
    drag.current = undefined;
    if (!from?.moved || !sheet.current) return;
    sheet.current.classList.remove('sheet-dragged');
    // The click that ends a drag belongs to the drag.
    const swallow = (click: Event) => click.stopPropagation();
    window.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
    onRest(levelAfterDrag(from.height + from.fromY - event.clientY, heights(), from.speed));
  };

  return { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp };
}
