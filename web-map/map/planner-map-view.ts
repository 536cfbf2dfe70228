import type { Position } from '../../shared/geo/position.ts';
import type { Bbox } from '../../shared/geo/tile.ts';
import type { Outline } from '../../shared/subdistrict/subdistrict.ts';
import { createBuildingLayer, type MapBuilding } from './layers/building-layer.ts';
import { createFacilityLayer, type MapFacility } from './layers/facility-layer.ts';
import { createGapLayer, type MapGap } from './layers/gap-layer.ts';
import { createGradeLayer, type GradedArea } from './layers/grade-layer.ts';
import { createOutlineLayer } from './layers/outline-layer.ts';
import { placeLabels } from './layers/place-labels.ts';
import { createProposalLayer, type MapProposal } from './layers/proposal-layer.ts';
import { createMapView, type MapView, type MapViewOptions } from './map-view.ts';

/** What the planner's map shows, over the ground and the border of the subdistrict. */
export type PlannerPicture = {
  areas: readonly GradedArea[];
  reached: Outline | undefined;
  /** Where nobody knows the way. */
  unknown: Outline | undefined;
  gaps: readonly MapGap[];
  buildings: readonly MapBuilding[];
  facilities: readonly MapFacility[];
  /** Suggested sites that are not accepted yet. */
  proposals: readonly MapProposal[];
  /** Whether facilities can be dragged. */
  isMovable: boolean;
};

export type PlannerMapOptions = Pick<
  MapViewOptions,
  'baseLayer' | 'viewport' | 'padding' | 'fitPadding' | 'words' | 'onTap'
> & {
  onChooseArea(code: string): void;
  onChooseGap(rank: number): void;
  onChooseFacility(id: string): void;
  onChooseProposal(index: number): void;
  onHover(type: 'area' | 'gap' | 'facility', key: string | number | undefined): void;
  onDrag(id: string, position: Position, isDone: boolean): void;
};

/** A map with the planner's layers, as free of Leaflet outside as the one below it. */
export type PlannerMapView = Pick<
  MapView,
  'setAreas' | 'show' | 'setWords' | 'destroy' | 'getViewport' | 'controls'
> & {
  draw(picture: PlannerPicture): void;
  showBbox(bbox: Bbox): void;
};

type Layers = {
  grades: ReturnType<typeof createGradeLayer>;
  reached: ReturnType<typeof createOutlineLayer>;
  unknown: ReturnType<typeof createOutlineLayer>;
  gaps: ReturnType<typeof createGapLayer>;
  buildings: ReturnType<typeof createBuildingLayer>;
  facilities: ReturnType<typeof createFacilityLayer>;
  proposals: ReturnType<typeof createProposalLayer>;
};

/** The map with grades, what is reached, gaps and facilities; only the planner's page imports it. */
export const createPlannerMapView = (container: HTMLElement, options: PlannerMapOptions): PlannerMapView => {
  const { onChooseArea, onChooseGap, onChooseFacility, onChooseProposal, onHover, onDrag } = options;
  let layers: Layers | undefined;
  let place = (): void => {};
  let picture: PlannerPicture | undefined;
  let drawn: Partial<PlannerPicture> = {};

  /** Draws what changed: while a facility is dragged that is once per frame. */
  const draw = (): void => {
    if (!picture || !layers) return;
    const { areas, reached, unknown, gaps, buildings, facilities, proposals, isMovable } = picture;
    if (drawn.areas !== areas) layers.grades.draw(areas);
    if (drawn.reached !== reached) layers.reached.draw(reached);
    if (drawn.unknown !== unknown) layers.unknown.draw(unknown);
    if (drawn.gaps !== gaps) layers.gaps.draw(gaps);
    if (drawn.buildings !== buildings) layers.buildings.draw(buildings);
    if (drawn.facilities !== facilities || drawn.isMovable !== isMovable)
      layers.facilities.draw(facilities, isMovable);
    if (drawn.proposals !== proposals) layers.proposals.draw(proposals);
    drawn = picture;
    place();
  };
  const view = createMapView(container, {
    ...options,
    // A sketch is sharp at every zoom: the whole subdistrict fills what there is of a small screen.
    zoomStep: options.baseLayer.type === 'sketch' ? 0.25 : 1,
    onMove: () => {},
    onResize: () => {},
    onSelect: () => {},
    onSelectArea: () => {},
    onStage: (stage) => {
      layers ??= {
        grades: createGradeLayer(stage, {
          onChoose: onChooseArea,
          onHover: (code) => onHover('area', code),
        }),
        reached: createOutlineLayer(stage, { pane: 'reached', className: 'reached' }),
        unknown: createOutlineLayer(stage, {
          pane: 'gaps',
          className: 'way-unknown',
          fillColor: 'url(#unknown-marks)',
          fillOpacity: 1,
        }),
        gaps: createGapLayer(stage, { onChoose: onChooseGap, onHover: (rank) => onHover('gap', rank) }),
        buildings: createBuildingLayer(stage),
        facilities: createFacilityLayer(stage, {
          onChoose: onChooseFacility,
          onHover: (id) => onHover('facility', id),
          onDrag,
        }),
        proposals: createProposalLayer(stage, { onChoose: onChooseProposal }),
      };
      place = () => {
        if (layers)
          placeLabels(
            stage,
            layers.grades.labels(),
            layers.gaps.labels(),
            [...(picture?.facilities ?? []), ...(picture?.proposals ?? [])].map(({ position }) => position),
          );
      };
      stage.map.on('zoomend', () => place());
      drawn = {};
      draw();
    },
  });
  return {
    ...view,
    draw(next) {
      picture = next;
      draw();
    },
  };
};
