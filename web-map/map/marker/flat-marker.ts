import { Marker, type Point } from 'leaflet';

type Placed = Marker & {
  _icon: HTMLElement & { _leaflet_pos?: Point };
  _zIndex: number;
  _resetZIndex(): void;
};

/**
 * A marker that lies flat in its pane. Leaflet moves markers with `translate3d`, for which browsers keep a
 * picture of its own per marker; hundreds of them make dragging stutter, one picture of the pane does not.
 */
export const FlatMarker: typeof Marker = Marker.extend({
  _setPos(this: Placed, position: Point) {
    this._icon._leaflet_pos = position;
    this._icon.style.transform = `translate(${position.x}px, ${position.y}px)`;
    this._zIndex = position.y;
    this._resetZIndex();
  },
}) as unknown as typeof Marker;
