import { narrow, url } from '../state/address.ts';
import { LAYERS } from '../state/url-state.ts';
import { useWords } from '../words/use-words.ts';

/** What the map shows. */
export function LayerControl() {
  const { words } = useWords();
  const shown = url.value.layers;
  return (
    <fieldset class="control layer-control">
      <legend class="control-label">{words.layers}</legend>
      {LAYERS.map((layer) => (
        <label key={layer} class="check-row">
          <input
            type="checkbox"
            checked={shown.includes(layer)}
            onChange={({ currentTarget }) =>
              narrow({
                layers: LAYERS.filter((each) =>
                  each === layer ? currentTarget.checked : shown.includes(each),
                ),
              })
            }
          />
          {words.layer[layer]}
        </label>
      ))}
    </fieldset>
  );
}
