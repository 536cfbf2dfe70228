import { Segments } from '../parts/segments.tsx';
import { narrow, url } from '../state/address.ts';
import { network } from '../state/data-store.ts';
import { useWords } from '../words/use-words.ts';

/** Straight lines with a detour, or the streets as they are. */
export function WayControl() {
  const { words } = useWords();
  const { mode } = url.value;
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
        {mode === 'network' && network.value === 'none' ? words.noNetwork : words.modeHint[mode]}
      </p>
    </div>
  );
}
