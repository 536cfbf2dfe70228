import { computed } from '@preact/signals';
import { PLANNER_MESSAGES } from '../../i18n/planner/messages.ts';
import { insideOf } from '../../map/layers/inside-of.ts';
import type { PlannerPicture } from '../../map/planner-map-view.ts';
import { language } from '../../page-language.ts';
import { areasOfKind, numbersOf } from '../engine/planner-engine.ts';
import { sitesLeft } from '../scenario/suggested.ts';
import { url } from '../state/address.ts';
import { chosen, shown } from '../state/chosen.ts';
import { kindOfClass } from '../state/classes.ts';
import { areas, data } from '../state/data-store.ts';
import { question } from '../state/question.ts';
import { emptinessOf } from '../words/emptiness.ts';
import { peoplePhrase, shareOf, sharePhrase } from '../words/phrases.ts';

/** So many of the gaps say how many people they hold; with more the map would be full of labels. */
const LABELLED_GAPS = 6;

const gradedAreas = computed<PlannerPicture['areas']>(() => {
  const numbers = shown.value && numbersOf(shown.value, question.value.class);
  const found = areasOfKind(numbers, url.value.areaKind);
  const isShown = url.value.layers.includes('grades');
  const isEmpty = numbers && emptinessOf(numbers, data.value?.places ?? []) === 'none';
  const { empty } = PLANNER_MESSAGES[language.value].table;
  return areas.value.map(({ code, name, outline }) => {
    const area = found.get(code);
    return {
      code,
      name,
      outline,
      grade: isShown && !isEmpty ? area?.grade : undefined,
      share: area ? (isEmpty ? empty : sharePhrase(shareOf(area))) : '',
      isChosen: chosen.value?.type === 'area' && chosen.value.code === code,
    };
  });
});

const mapGaps = computed<PlannerPicture['gaps']>(() => {
  if (!url.value.layers.includes('gaps')) return [];
  return (shown.value?.gaps ?? []).map(({ rank, outline, people }, index) => ({
    rank,
    outline,
    middle: insideOf(outline),
    label:
      index < LABELLED_GAPS && people !== undefined && people >= 1
        ? peoplePhrase(people, question.value.demand, language.value)
        : undefined,
    isChosen: chosen.value?.type === 'gap' && chosen.value.rank === rank,
  }));
});

const mapFacilities = computed<PlannerPicture['facilities']>(() => {
  if (!url.value.layers.includes('facilities')) return [];
  return (shown.value?.facilities ?? []).map((facility) => ({
    ...facility,
    kind: kindOfClass(question.value.class),
    isChosen: chosen.value?.type === 'facility' && chosen.value.id === facility.id,
  }));
});

const mapBuildings = computed<PlannerPicture['buildings']>(() => {
  if (!url.value.layers.includes('buildings')) return [];
  const { demand } = question.value;
  return (data.value?.buildings ?? []).map(({ position, people }) => ({
    position,
    people: people[demand] ?? 0,
  }));
});

const mapProposals = computed<PlannerPicture['proposals']>(() => {
  if (url.value.view !== 'scenario') return [];
  const { acceptSite } = PLANNER_MESSAGES[language.value].scenario;
  return sitesLeft.value.map((site) => ({ ...site, label: acceptSite(site.index + 1) }));
});

/** What the map shows now. Each part stays the same object while nothing in it changes. */
export const picture = computed<PlannerPicture>(() => ({
  areas: gradedAreas.value,
  reached: url.value.layers.includes('reached') ? shown.value?.reached : undefined,
  unknown: url.value.layers.includes('gaps') ? shown.value?.unknown : undefined,
  gaps: mapGaps.value,
  buildings: mapBuildings.value,
  facilities: mapFacilities.value,
  proposals: mapProposals.value,
  isMovable: url.value.view === 'scenario',
}));
