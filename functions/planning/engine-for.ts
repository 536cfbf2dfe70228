import { LRUCache } from 'lru-cache';
import type { Question } from '../../shared/coverage/class-coverage.ts';
import { Coverage } from '../../shared/coverage/coverage.ts';
import type { CoverageClass } from '../../shared/coverage/coverage-class.ts';
import type { Ground } from '../../shared/coverage/ground.ts';
import { groundOfAreas } from '../../shared/coverage/ground-of-areas.ts';
import { projectionOf } from '../../shared/coverage/local-projection.ts';
import { type Raster, rasterOver } from '../../shared/coverage/raster.ts';
import { ringsOf } from '../../shared/coverage/rings.ts';
import type { Subdistrict } from '../../shared/subdistrict/subdistrict.ts';
import type { AskedCoverage } from './asked-coverage.ts';
import { nameOf } from './coverage-inputs.ts';
import { engineSize } from './engine-size.ts';

/**
 * What all engines may hold together; one alone may take more, for ground of four million cells 440 MB. The function has
 * 1,769 MB: beside the engines it needs up to 150 MB to make one, as much as an engine holds to choose sites, and the
 * networks, places and answers that are kept.
 */
const MOST_BYTES = 250_000_000;

/** An engine is sized by what it may come to hold. */
type Kept = { engine: Coverage; groundName: string; bytes: number };

const engines = new LRUCache<string, Kept>({ max: 16 });

/** The engine for these inputs, with every raster it still holds: the next class or radius needs no new ground. */
export const engineFor = (coverage: AskedCoverage, coverageClass?: CoverageClass): Coverage => {
  const { inputs, asked, mode, facilities, fill } = coverage;
  const { network } = inputs;
  // First of all: a question without an answer is refused before a ground is made for it.
  const question = coverageClass && classAsked(coverage, coverageClass);
  const groundName = `${inputs.groundName} ${asked.demand}`;
  const key = nameOf([groundName, mode, mode === 'network' && network?.sha256, facilities]);
  let engine = engines.get(key)?.engine;
  if (!engine) {
    const known = knownGround(groundName);
    const { bytes } = engineSize(known?.raster ?? rasterOf(inputs.subdistrict.outline), fill !== undefined);
    makeRoom(bytes);
    const ground = known ?? groundFor(coverage);
    engine = new Coverage(ground, [], facilities, fill && { fillField: fill(ground.raster) });
    engines.set(key, { engine, groundName, bytes });
  }
  if (question) askClass(engine, question);
  return engine;
};

/** What an engine is asked of a class. Throws `invalid_request` where its radius leads too far. */
export const classAsked = (coverage: AskedCoverage, coverageClass: CoverageClass): Question => ({
  class: coverageClass,
  radiusMeters: coverage.radiusOf(coverageClass),
  detourFactor: coverage.detour,
});

/** Asks an engine for one class more. Where the classes before it take too much room, those asked longest ago go. */
export const askClass = (engine: Coverage, question: Question): void => {
  const others = engine.classes.filter((each) => each !== question.class);
  const room = engineSize(engine.ground.raster).classes - 1;
  engine.ask([
    ...others.slice(Math.max(0, others.length - room)).map((each) => engine.question(each)),
    question,
  ]);
};

/** Engines asked longest ago go before a new one comes: for a moment both would need room. */
const makeRoom = (bytes: number): void => {
  const held = () => [...engines.values()].reduce((sum, kept) => sum + kept.bytes, 0);
  while (engines.size > 0 && held() + bytes > MOST_BYTES) engines.pop();
};

/** The raster of a ground that is not made yet. */
const rasterOf = (outline: Subdistrict['outline']): Raster => {
  const projection = projectionOf(outline);
  return rasterOver(ringsOf(outline, projection), projection);
};

/** The ground of another engine: the same people at another hour. */
const knownGround = (groundName: string): Ground | undefined => {
  for (const kept of engines.values()) if (kept.groundName === groundName) return kept.engine.ground;
  return undefined;
};

const groundFor = ({ inputs: { subdistrict, areas, buildings }, asked }: AskedCoverage): Ground =>
  groundOfAreas(subdistrict.outline, areas, asked.demand, buildings.buildings);
