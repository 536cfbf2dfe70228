import { DivIcon } from 'leaflet';
import type { Kind } from '../../../shared/place/kind.ts';
import { svgElement } from '../svg-element.ts';

/** How many places of each kind a cluster holds. */
export type KindCounts = Readonly<Record<Kind, number>>;

const KINDS: readonly Kind[] = ['station', 'merchant', 'facility'];
const RADIUS = 20;
const CIRCUMFERENCE = 2 * Math.PI * RADIUS;

/** The Leaflet icon of a cluster: a ring split by kind around the count. */
export const clusterIcon = (counts: KindCounts): DivIcon => {
  const total = KINDS.reduce((sum, kind) => sum + counts[kind], 0);
  const pixels = Math.round(Math.min(60, 34 + 6 * Math.log10(total)));
  const html = document.createElement('div');
  html.append(
    svgElement(
      'svg',
      { class: 'map-cluster', viewBox: '0 0 48 48', width: pixels, height: pixels },
      svgElement('circle', { class: 'disc', cx: 24, cy: 24, r: 23 }),
      ...ringOf(counts, total),
      svgElement('text', { x: 24, y: 24, dy: '.36em' }, shortCount(total)),
    ),
  );
  return new DivIcon({ html, className: 'place-marker', iconSize: [pixels, pixels] });
};

/** At most four letters: `987`, `1.2k`, `12k`. */
export const shortCount = (count: number): string => {
  if (count < 1000) return String(count);
  return `${count < 9950 ? (count / 1000).toFixed(1) : Math.round(count / 1000)}k`;
};

const ringOf = (counts: KindCounts, total: number): SVGCircleElement[] => {
  let before = 0;
  return KINDS.filter((kind) => counts[kind] > 0).map((kind) => {
    const share = (counts[kind] / total) * CIRCUMFERENCE;
    const gap = share < CIRCUMFERENCE ? 2 : 0;
    const arc = svgElement('circle', {
      class: `arc shape-${kind}`,
      cx: 24,
      cy: 24,
      r: RADIUS,
      'stroke-dasharray': `${Math.max(0.1, share - gap)} ${CIRCUMFERENCE}`,
      'stroke-dashoffset': -before - gap / 2,
      transform: 'rotate(-90 24 24)',
    });
    before += share;
    return arc;
  });
};
