import type { DemandLayer } from '../../../shared/area/area.ts';
import type { Coverage } from '../../../shared/coverage/coverage.ts';

/** Of a large subdistrict the engines of one layer hold 20 MB and more. */
const MOST_LAYERS = 2;

/** The engines of the layers that were looked at last, by what they are for; those of other layers are let go. */
export const createKeptEngines = () => {
  const layers = new Map<DemandLayer, Map<string, Coverage>>();
  return {
    /** The engines of a layer, which is then the one looked at last. */
    of(layer: DemandLayer): Map<string, Coverage> {
      const engines = layers.get(layer) ?? new Map<string, Coverage>();
      layers.delete(layer);
      layers.set(layer, engines);
      const [oldest] = layers.keys();
      if (layers.size > MOST_LAYERS && oldest) layers.delete(oldest);
      return engines;
    },
    /** How many engines there are. */
    count: (): number => [...layers.values()].reduce((sum, { size }) => sum + size, 0),
    clear: (): void => layers.clear(),
  };
};
