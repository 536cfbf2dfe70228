import * as z from 'zod';
import { PersonCard } from '../person/person.ts';
import { Moment } from '../place/open-state.ts';
import { SubdistrictCode } from '../place/place.ts';
import { plainLine, plainText } from '../place/plain-text.ts';
import { ScenarioChange, ScenarioChanges } from './scenario-change.ts';

export const ScenarioId = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/);

/** A scenario that was saved: what it changes, who saved it and when. */
export const Scenario = z
  .object({
    id: z.string(),
    subdistrict: SubdistrictCode,
    name: plainLine(60).min(1),
    note: plainText(500).optional(),
    changes: z.array(ScenarioChange).max(100),
    by: PersonCard.optional(),
    createdAt: Moment,
    updatedAt: Moment,
    version: z.int(),
  })
  .meta({ id: 'Scenario' });
export type Scenario = z.infer<typeof Scenario>;

/** A scenario as it stands in a list: whoever opens it fetches it by its id. */
export const ListedScenario = Scenario.omit({ changes: true })
  .extend({ changesCount: z.int() })
  .meta({ id: 'ListedScenario' });
export type ListedScenario = z.infer<typeof ListedScenario>;

/** What a planner gives of a scenario. */
export const ScenarioInput = z.strictObject({
  name: plainLine(60).min(1),
  note: plainText(500).optional(),
  changes: ScenarioChanges,
});
