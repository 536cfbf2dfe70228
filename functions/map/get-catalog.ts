import type { Catalog } from '../../shared/api/answers.ts';
import type { mapRoutes } from '../../shared/api/map-routes.ts';
import { ANNOUNCED_HOLIDAYS } from '../../shared/calendar/announced-holidays.ts';
import { ERROR_WORDS } from '../../shared/labels/error-words.ts';
import {
  AMENITY_WORDS,
  CATEGORY_WORDS,
  KIND_WORDS,
  PLACE_STATE_WORDS,
  TIER_WORDS,
  VERIFIED_BY_WORDS,
} from '../../shared/labels/place-words.ts';
import {
  CONFIDENCE_REASON_WORDS,
  CONFIDENCE_WORDS,
  HOLIDAY_WORDS,
  OPEN_STATE_WORDS,
} from '../../shared/labels/time-words.ts';
import { Category, kindOf } from '../../shared/place/kind.ts';
import type { Operation } from '../runtime/define-function.ts';
import { render } from '../runtime/rendered.ts';

const catalog = render<Catalog>({
  kinds: KIND_WORDS,
  categories: Object.fromEntries(
    Category.options.map((category) => [category, { ...CATEGORY_WORDS[category], kind: kindOf(category) }]),
  ),
  tiers: TIER_WORDS,
  amenities: AMENITY_WORDS,
  placeStates: PLACE_STATE_WORDS,
  openStates: OPEN_STATE_WORDS,
  confidenceLevels: CONFIDENCE_WORDS,
  confidenceReasons: CONFIDENCE_REASON_WORDS,
  verifiedBy: VERIFIED_BY_WORDS,
  errors: ERROR_WORDS,
  holidayNames: HOLIDAY_WORDS,
  holidays: ANNOUNCED_HOLIDAYS,
});

/** The words of every code and the announced holidays: the same for everyone until the next release. */
export const getCatalog: Operation<typeof mapRoutes.getCatalog> = () => ({ body: catalog });
