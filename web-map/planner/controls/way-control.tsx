import { Tag } from '../../ui/tag.tsx';
import { Segments } from '../parts/segments.tsx';
import { narrow, url } from '../state/address.ts';
import { network, networkFrom, reloadNetwork } from '../state/data-store.ts';
import { before } from '../state/result-store.ts';
import { useWords } from '../words/use-words.ts';

/** Straight lines with a detour, or the streets as they are. */
export function WayControl() {
  const { words } = useWords();
  const { mode } = url.value;
  const isAlongStreets = mode === 'network';
  const streets = isAlongStreets ? network.value : undefined;
  const isFailed = streets === 'failed';
  const isBroken = isAlongStreets && before.value?.warnings.some(({ code }) => code === 'no_network');
  const state = typeof streets === 'string' ? streets : isBroken ? 'broken' : undefined;
  return (
    <div class="control">
      <p class="control-label">
        {words.mode}{' '}
        {isAlongStreets && networkFrom.value?.illustrative && <Tag kind="sample">{words.illustrative}</Tag>}
      </p>
      <Segments
        label={words.mode}
        options={(['circle', 'network'] as const).map((code) => ({ code, word: words.modes[code] }))}
        chosen={mode}
        onChoose={(code) => narrow({ mode: code })}
      />
      <p class="control-hint" role="status">
        {state ? words.networkState[state] : words.modeHint[mode]}
      </p>
      {isFailed && (
        <button type="button" class="plain-button" onClick={() => void reloadNetwork()}>
          {words.retry}
        </button>
      )}
    </div>
  );
}
