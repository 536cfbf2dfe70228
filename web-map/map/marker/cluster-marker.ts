import { DivIcon } from 'leaflet';
import type { Kind } from '../../../shared/place/kind.ts';

/** How many places of each kind a cluster holds. */
export type KindCounts = Readonly<Record<Kind, number>>;

const KINDS: readonly Kind[] = ['station', 'merchant', 'facility'];

/** Between two arcs. */
const GAP_DEGREES = 6;

/**
 * The Leaflet icon of a cluster: a ring split by kind around the count. One element with a painted ground: two
 * hundred of them on a screen must not bring a thousand nodes with them.
 */
export const clusterIcon = (counts: KindCounts): DivIcon => {
  const total = KINDS.reduce((sum, kind) => sum + counts[kind], 0);
  const pixels = Math.round(Math.min(60, 34 + 6 * Math.log10(total)));
  const html = document.createElement('div');
  html.className = 'map-cluster';
  html.style.setProperty('--ring', ringOf(counts, total));
  html.append(shortCount(total));
  return new DivIcon({ html, className: 'place-marker', iconSize: [pixels, pixels] });
};

/** At most four letters: `987`, `1.2k`, `12k`. */
export const shortCount = (count: number): string => {
  if (count < 1000) return String(count);
  return `${count < 9950 ? (count / 1000).toFixed(1) : Math.round(count / 1000)}k`;
};

/** The colours of a ring from the top clockwise, each kind by its share, with gaps where there are several. */
export const ringOf = (counts: KindCounts, total: number): string => {
  const present = KINDS.filter((kind) => counts[kind] > 0);
  const gap = present.length > 1 ? GAP_DEGREES : 0;
  const room = 360 - gap * present.length;
  let from = 0;
  const stops = present.flatMap((kind) => {
    const to = from + (counts[kind] / total) * room;
    const arc = `var(--${kind}) ${from.toFixed(1)}deg ${to.toFixed(1)}deg`;
    const space = `var(--surface) ${to.toFixed(1)}deg ${(to + gap).toFixed(1)}deg`;
    from = to + gap;
    return gap > 0 ? [arc, space] : [arc];
  });
  return `conic-gradient(from ${gap / 2}deg, ${stops.join(', ')})`;
};
