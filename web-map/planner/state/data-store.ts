import { computed, effect, signal } from '@preact/signals';
import { networkOrigin } from '../../../shared/coverage/network/network-file.ts';
import { url } from './address.ts';
import { askedMargin } from './asked-reach.ts';
import { type LoadedData, loadData, loadNetwork, widenData } from './load-data.ts';
import { subdistrict } from './page-state.ts';

/** The data of the chosen subdistrict; undefined until it is there. */
export const data = signal<LoadedData | undefined>(undefined);

/** Why there is none. */
export const dataError = signal<unknown>(undefined);

/** The street network: undefined until it is asked for, `none` where the subdistrict has none stored. */
export const network = signal<ArrayBuffer | 'none' | 'loading' | 'failed' | undefined>(undefined);

/** Where the streets come from, once they are there. */
export const networkFrom = computed(() =>
  network.value instanceof ArrayBuffer ? networkOrigin(new Uint8Array(network.value)) : undefined,
);

let wanted = 0;

/** Loads everything again, as after an import. What is shown stays until it is there. */
export async function reloadData(): Promise<void> {
  const chosen = subdistrict.peek();
  if (!chosen) return;
  wanted += 1;
  const asked = wanted;
  dataError.value = undefined;
  try {
    const own = data.peek()?.subdistrict.id === chosen.id ? data.peek()?.standards : undefined;
    const loaded = await loadData(chosen, askedMargin(own ?? []));
    if (asked === wanted) data.value = loaded;
  } catch (error) {
    if (asked === wanted) dataError.value = error;
  }
}

/** Loads places as far beyond the border as the question reaches. Once they are there it is asked again. */
async function reachFarther(loaded: LoadedData, marginMeters: number): Promise<void> {
  try {
    const wider = await widenData(loaded, marginMeters);
    if (data.peek() === loaded) data.value = wider;
  } catch (error) {
    if (data.peek() === loaded) dataError.value = error;
  }
}

/** Loads the streets, also once more after it failed. */
export async function reloadNetwork(): Promise<void> {
  const code = data.peek()?.subdistrict.id;
  if (code === undefined) return;
  network.value = 'loading';
  const loaded = await loadNetwork(code).then(
    (streets) => streets ?? ('none' as const),
    () => 'failed' as const,
  );
  if (data.peek()?.subdistrict.id === code) network.value = loaded;
}

/** The areas of the kind that is looked at, in the order of their codes. */
export const areas = computed(() =>
  (data.value?.areas ?? [])
    .filter(({ kind }) => kind === url.value.areaKind)
    .sort((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true })),
);

/** Loads the data of a subdistrict as it is chosen, more places and its streets once they are asked for. */
export const followSubdistrict = (): (() => void) => {
  const stopData = effect(() => {
    const code = subdistrict.value?.id;
    if (code === undefined || code === data.peek()?.subdistrict.id) return;
    data.value = undefined;
    network.value = undefined;
    void reloadData();
  });
  const stopNetwork = effect(() => {
    const code = data.value?.subdistrict.id;
    if (code === undefined || url.value.mode !== 'network' || network.peek() !== undefined) return;
    void reloadNetwork();
  });
  const margin = computed(() => askedMargin(data.value?.standards ?? []));
  const stopMargin = effect(() => {
    const loaded = data.value;
    if (loaded && margin.value > loaded.marginMeters) void reachFarther(loaded, margin.value);
  });
  return () => {
    stopData();
    stopMargin();
    stopNetwork();
  };
};
