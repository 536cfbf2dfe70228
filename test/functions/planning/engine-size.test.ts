import { describe, expect, it } from 'vitest';
import { askClass } from '../../../functions/planning/engine-for.ts';
import { engineSize } from '../../../functions/planning/engine-size.ts';
import { Coverage } from '../../../shared/coverage/coverage.ts';
import { COVERAGE_CLASSES } from '../../../shared/coverage/coverage-class.ts';
import { groundOf } from '../../../shared/coverage/ground.ts';
import { countedBy, rectangle, squares } from '../../support/sample-ground.ts';

/** A square of 3 km with people everywhere, in four grids and 25 neighbourhoods. */
const neighbourhoods = squares('neighbourhood', -1500, -1500, 600, 5);
const ground = groundOf({
  outline: rectangle(-1500, -1500, 1500, 1500),
  areas: [...squares('grid', -1500, -1500, 1500, 2), ...neighbourhoods],
  demand: countedBy(neighbourhoods, () => 1000),
});
const rasterOf = (width: number, height: number) => ({ raster: { ...ground.raster, width, height } });

/** The bytes of all typed arrays that a value holds, each counted once. */
const bytesOf = (value: unknown, seen = new Set<unknown>()): number => {
  if (typeof value !== 'object' || value === null || seen.has(value)) return 0;
  seen.add(value);
  if (ArrayBuffer.isView(value)) return value.byteLength;
  return Object.values(value).reduce((sum: number, each) => sum + bytesOf(each, seen), 0);
};

const ask = (engine: Coverage) => {
  for (const each of COVERAGE_CLASSES)
    askClass(engine, { class: each, radiusMeters: 500, detourFactor: 1.3 });
};

describe('the size of an engine', () => {
  it('is no less than all that it holds, and hardly more', () => {
    const engine = new Coverage(ground, []);
    ask(engine);
    const held = [ground, ...engine.classes.map((each) => [engine.field(each), engine.coveredParts(each)])];
    const { classes, bytes } = engineSize(ground.raster);
    expect(classes).toBe(COVERAGE_CLASSES.length);
    expect(engine.classes).toEqual(COVERAGE_CLASSES);
    expect(bytesOf(held)).toBeLessThanOrEqual(bytes);
    expect(bytesOf(held)).toBeGreaterThan(0.85 * bytes);
  });

  it('is bounded: of a wide subdistrict an engine holds a few classes, those asked last', () => {
    // 10 by 10 km.
    const wide = rasterOf(1000, 1000);
    const { classes, bytes } = engineSize(wide.raster);
    expect(classes).toBe(8);
    expect(bytes).toBeLessThan(250_000_000);
    const engine = new Coverage({ ...ground, ...wide }, []);
    ask(engine);
    expect(engine.classes).toEqual(COVERAGE_CLASSES.slice(-classes));
  });

  it('leaves room for two classes of the largest raster that there is, and always for the one that is asked', () => {
    const { classes, bytes } = engineSize(rasterOf(2000, 2000).raster);
    expect(classes).toBe(2);
    expect(bytes).toBeLessThan(500_000_000);
    expect(engineSize(rasterOf(10_000, 10_000).raster).classes).toBe(1);
  });
});
