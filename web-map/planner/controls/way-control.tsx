import { Segments } from '../parts/segments.tsx';
import { narrow, url } from '../state/address.ts';
import { network, reloadNetwork } from '../state/data-store.ts';
import { useWords } from '../words/use-words.ts';

/** Straight lines with a detour, or the streets as they are. */
export function WayControl() {
  const { words } = useWords();
  const { mode } = url.value;
  const streets = mode === 'network' ? network.value : undefined;
  const isFailed = streets === 'failed';
  const hint = typeof streets === 'string' ? words.networkState[streets] : words.modeHint[mode];
  return (
    <div class="control">
      <p class="control-label">{words.mode}</p>
      <Segments
        label={words.mode}
        options={(['circle', 'network'] as const).map((code) => ({ code, word: words.modes[code] }))}
        chosen={mode}
        onChoose={(code) => narrow({ mode: code })}
      />
      <p class="control-hint" role="status">
        {hint}
      </p>
      {isFailed && (
        <button type="button" class="plain-button" onClick={() => void reloadNetwork()}>
          {words.retry}
        </button>
      )}
    </div>
  );
}
