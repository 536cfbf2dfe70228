import { computed, signal } from '@preact/signals';
import type { SiteProposal } from '../../../shared/coverage/propose-sites.ts';
import type { ScenarioChange } from '../../../shared/coverage/scenario-change.ts';
import { Stopped } from '../engine/worker-engine.ts';
import { question } from '../state/question.ts';
import { engine, failure } from '../state/result-store.ts';
import { changes } from '../state/scenario-store.ts';
import { addFacility } from './edit.ts';

/** What was suggested for a question, as a text, and for changes; which of it was accepted, and the changes since. */
type Suggested = {
  suggestion: SiteProposal;
  asked: string;
  changes: readonly ScenarioChange[];
  taken: readonly number[];
};

const answered = signal<Suggested | undefined>(undefined);

const asked = computed(() => JSON.stringify(question.value));

/** Whether sites are being sought. */
export const isSuggesting = signal(false);

/** What was suggested, as long as it holds: another question or another scenario needs another answer. */
export const suggested = computed(() => {
  const found = answered.value;
  return found && found.asked === asked.value && found.changes === changes.value ? found : undefined;
});

/** The suggested sites that are not accepted yet, by their place in the order of what they gain. */
export const sitesLeft = computed(() => {
  const { suggestion, taken = [] } = suggested.value ?? {};
  return (suggestion?.sites ?? [])
    .map(({ position }, index) => ({ index, position }))
    .filter(({ index }) => !taken.includes(index));
});

/** Seeks the sites that do most for the question and the scenario at hand. */
export async function suggest(count: number): Promise<void> {
  const [text, made] = [asked.peek(), changes.peek()];
  isSuggesting.value = true;
  answered.value = undefined;
  try {
    const suggestion = await engine.propose({ ...question.peek(), count }, made);
    answered.value = { suggestion, asked: text, changes: made, taken: [] };
  } catch (error) {
    if (!(error instanceof Stopped)) failure.value = error;
  } finally {
    isSuggesting.value = false;
  }
}

/** Takes suggested sites into the scenario. */
export function accept(indexes: readonly number[]): void {
  const found = suggested.peek();
  if (!found) return;
  for (const index of indexes) {
    const site = found.suggestion.sites[index];
    if (site) addFacility(site.position);
  }
  answered.value = { ...found, changes: changes.peek(), taken: [...found.taken, ...indexes] };
}
