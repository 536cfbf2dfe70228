import type { ClassGroup, FacilityClass } from '../../../shared/coverage/coverage-answer.ts';
import type { CoverageClass } from '../../../shared/coverage/coverage-class.ts';

/** What the engine calls the needs. */
const ENGINE_CLASSES: Readonly<Record<ClassGroup, CoverageClass>> = {
  rest: 'rest_stations',
  meal: 'meals',
  charging: 'charging',
  health: 'health',
  toilet: 'public_toilet',
  elderly: 'elderly_services',
  culture_sport: 'culture_and_sports',
};

export const engineClass = (code: FacilityClass): CoverageClass =>
  code in ENGINE_CLASSES ? ENGINE_CLASSES[code as ClassGroup] : (code as CoverageClass);
