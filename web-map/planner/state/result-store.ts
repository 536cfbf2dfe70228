import { batch, effect, signal } from '@preact/signals';
import type { ScenarioChange } from '../../../shared/coverage/scenario-change.ts';
import type { Scenario } from '../../../shared/coverage/stored-scenario.ts';
import type { Analysis, HourCurve, Question } from '../engine/planner-engine.ts';
import { createWorkerEngine, Stopped } from '../engine/worker-engine.ts';
import { url } from './address.ts';
import { createAskOnce } from './ask-once.ts';
import { data, network } from './data-store.ts';
import { now } from './page-state.ts';
import { askedHours, question } from './question.ts';
import { changes, compared, isDragging } from './scenario-store.ts';
import type { UrlState } from './url-state.ts';

/** As things are; undefined until it has been worked out. */
export const before = signal<Analysis | undefined>(undefined);
/** What `before` answers: the address may already ask for more. */
export const answered = signal<Answered | undefined>(undefined);

type Answered = { question: Question } & Pick<UrlState, 'hour' | 'day'>;

/** As the scenario would have it; undefined without changes. */
export const after = signal<Analysis | undefined>(undefined);
/** As the scenario beside it would have it, and which one that is: another may have been chosen since. */
export const beside = signal<{ scenario: Scenario; analysis: Analysis } | undefined>(undefined);

export const curveBefore = signal<HourCurve | undefined>(undefined);
export const curveAfter = signal<HourCurve | undefined>(undefined);

/** Whether something has been worked out for longer than people take for at once. */
export const isSlow = signal(false);
/** Whether what is shown is older than what is asked, because somebody stopped the calculation. */
export const isStopped = signal(false);
export const failure = signal<unknown>(undefined);

export const engine = createWorkerEngine();

const AT_ONCE_MILLISECONDS = 300;

/** Gives up on what is being worked out; what was shown stays. */
export const stop = (): void => engine.stop();

/** Counts up to ask once more. */
const attempts = signal(0);

/** Asks again after it was stopped or failed. */
export const retry = (): void => {
  attempts.value += 1;
};

/** Works out what is asked, again whenever data, question or scenario change; only the newest question counts. */
export const followQuestion = (): (() => void) => {
  let isRunning = false;
  let isOutdated = false;
  const once = createAskOnce(() => data.peek() !== undefined);

  const work = async (): Promise<void> => {
    const asked = question.peek();
    const { hour, day } = url.peek();
    const made = changes.peek();
    const other = compared.peek();
    await once.ask(
      'after',
      [asked, made],
      () => analysisOf(asked, made),
      (found) => {
        after.value = found;
      },
    );
    await once.ask(
      'before',
      asked,
      () => engine.analyse(asked, []),
      (found) =>
        batch(() => {
          before.value = found;
          answered.value = { question: asked, hour, day };
        }),
    );
    await once.ask(
      'beside',
      [asked, other?.id, other?.changes],
      async () => other && { scenario: other, analysis: await engine.analyse(asked, other.changes) },
      (found) => {
        beside.value = found;
      },
    );
    if (isDragging.peek() || isOutdated) return;
    const hours = askedHours.peek();
    const ofDay = { ...asked, at: undefined, classes: [asked.class] };
    await once.ask(
      'curve',
      [ofDay, hours],
      () => engine.curve(ofDay, [], hours),
      (curve) => {
        curveBefore.value = curve;
      },
    );
    await once.ask(
      'curveAfter',
      [ofDay, hours, made],
      async () => (made.length > 0 ? engine.curve(ofDay, made, hours) : undefined),
      (curve) => {
        curveAfter.value = curve;
      },
    );
  };
  const run = async (): Promise<void> => {
    isOutdated = true;
    if (isRunning) return;
    isRunning = true;
    isStopped.value = false;
    const timer = setTimeout(() => {
      isSlow.value = true;
    }, AT_ONCE_MILLISECONDS);
    try {
      while (isOutdated) {
        isOutdated = false;
        await work();
      }
      failure.value = undefined;
    } catch (error) {
      if (error instanceof Stopped) isStopped.value = true;
      else failure.value = error;
    } finally {
      clearTimeout(timer);
      isSlow.value = false;
      isRunning = false;
    }
  };

  const stopLoading = effect(() => {
    const loaded = data.value;
    const streets = network.value instanceof ArrayBuffer ? network.value : undefined;
    once.forget();
    if (!loaded) {
      batch(() => {
        for (const shown of [before, after, beside, curveBefore, curveAfter]) shown.value = undefined;
      });
      return;
    }
    const { subdistrict, areas, buildings, buildingsSource, places, standards } = loaded;
    engine
      .load({
        subdistrict: subdistrict.id,
        outline: subdistrict.geometry,
        areas,
        buildings,
        buildingsSource,
        loadedAt: now.peek().toISOString(),
        places,
        ownStandards: standards.filter(({ source }) => source === 'subdistrict'),
        network: streets,
      })
      .then(run, (error) => {
        failure.value = error;
      });
  });
  const stopAsking = effect(() => {
    // Read here so that a change of any of them asks again.
    void [question.value, changes.value, compared.value, isDragging.value, askedHours.value, attempts.value];
    if (data.peek()) void run();
  });
  return () => {
    stopLoading();
    stopAsking();
    engine.stop();
  };
};

const analysisOf = async (asked: Question, made: readonly ScenarioChange[]): Promise<Analysis | undefined> =>
  made.length > 0 ? engine.analyse(asked, made) : undefined;
