import { effect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { MESSAGES } from '../../i18n/messages.ts';
import { mapWordsOf } from '../../map/map-words.ts';
import type { PlannerMapView } from '../../map/planner-map-view.ts';
import { language } from '../../page-language.ts';
import { preview } from '../data/preview.ts';
import { bboxOfOutlines } from '../parts/bbox-of-outlines.ts';
import { addFacility, isAdding, moveFacility } from '../scenario/edit.ts';
import { accept } from '../scenario/suggested.ts';
import { url } from '../state/address.ts';
import { choose, chosen, hovered, lookedAt, shown } from '../state/chosen.ts';
import { areas } from '../state/data-store.ts';
import { siteConfig, subdistrict } from '../state/page-state.ts';
import type { Chosen } from '../words/explain.ts';
import { useWords } from '../words/use-words.ts';
import { ExplainCard } from './explain-card.tsx';
import { Legend } from './legend.tsx';
import { picture } from './picture.ts';

/** A sentence of one line lies over the bottom of the map. */
const EXPLAIN_PIXELS = 56;

/** The map of the subdistrict; it is loaded after the page. What it shows stands in the table as well. */
export function MapPane() {
  const { words } = useWords();
  const container = useRef<HTMLDivElement>(null);
  const legend = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = container.current;
    if (!element) return;
    let stop: () => void = () => {};
    let isGone = false;
    void import('../../map/planner-map-view.ts').then(({ createPlannerMapView }) => {
      if (isGone) return;
      const map = createPlannerMapView(element, {
        baseLayer: siteConfig.value.baseLayer,
        viewport: siteConfig.value.start,
        words: mapWordsOf(MESSAGES[language.peek()], words.map),
        // The legend lies over the top of the map, in one line or two.
        padding: { top: legend.current?.offsetHeight ?? 0 },
        fitPadding: { bottom: EXPLAIN_PIXELS },
        onTap: (position) => {
          if (isAdding.value) addFacility(position);
        },
        onChooseArea: (code) => choose({ type: 'area', kind: url.value.areaKind, code }),
        onChooseGap: (rank) => choose({ type: 'gap', rank }),
        onChooseFacility: (id) => choose({ type: 'facility', id }),
        onChooseProposal: (index) => accept([index]),
        onHover: (type, key) => {
          hovered.value = key === undefined ? undefined : chosenOf(type, key);
        },
        onDrag: moveFacility,
      });
      stop = follow(map, words.map);
    });
    return () => {
      isGone = true;
      stop();
    };
  }, []);
  return (
    <section class={`map-pane ${isAdding.value ? 'map-adding' : ''}`} aria-label={words.mapPane}>
      <div class="map-ground" ref={container} />
      <div class="legend-place" ref={legend}>
        <Legend />
      </div>
      <ExplainCard />
    </section>
  );
}

const follow = (map: PlannerMapView, label: string): (() => void) => {
  const stops = [
    effect(() => {
      const chosenArea = subdistrict.value;
      if (!chosenArea) return;
      map.setAreas([
        { code: chosenArea.id, name: chosenArea.properties.name, outline: chosenArea.geometry, total: 0 },
      ]);
      map.showBbox(bboxOfOutlines([chosenArea.geometry]));
    }),
    effect(() => map.draw(preview.value ?? picture.value)),
    effect(() => {
      map.setWords(mapWordsOf(MESSAGES[language.value], label));
    }),
    effect(() => {
      if (lookedAt.value > 0) lookAt(map);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
    map.destroy();
  };
};

/** Goes to what is chosen, or back to the whole. */
const lookAt = (map: PlannerMapView): void => {
  const what = chosen.peek();
  const whole = subdistrict.peek()?.geometry;
  const facility = what?.type === 'facility' && shown.peek()?.facilities.find(({ id }) => id === what.id);
  if (facility) {
    map.show(facility.position, { zoom: 16 });
    return;
  }
  const outline =
    what?.type === 'gap'
      ? shown.peek()?.gaps.find(({ rank }) => rank === what.rank)?.outline
      : areas.peek().find(({ code }) => what?.type === 'area' && code === what.code)?.outline;
  if (outline ?? whole) map.showBbox(bboxOfOutlines([(outline ?? whole) as NonNullable<typeof whole>]));
};

const chosenOf = (type: 'area' | 'gap' | 'facility', key: string | number): Chosen => {
  if (type === 'gap') return { type, rank: Number(key) };
  return type === 'area' ? { type, kind: url.value.areaKind, code: String(key) } : { type, id: String(key) };
};
