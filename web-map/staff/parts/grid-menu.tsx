import { narrow, url } from '../state/address.ts';
import { grants, subdistrict } from '../state/page-state.ts';
import { gridsIn } from '../state/sections.ts';
import { useWords } from '../words/use-words.ts';
import { ChoiceMenu } from './choice-menu.tsx';

/** Narrows a list to one grid: of one's own, of what is listed, or of the address. */
export function GridMenu({ listed }: { listed: readonly { grid?: string | undefined }[] }) {
  const { words } = useWords();
  const { grid } = url.value;
  const own = gridsIn(grants.value, subdistrict.value ?? '');
  const grids = new Set([...own, ...listed.flatMap((each) => each.grid ?? []), ...(grid ? [grid] : [])]);
  if (grids.size === 0) return null;
  return (
    <ChoiceMenu
      label={words.grid}
      all={words.allGrids}
      options={[...grids].sort().map((code) => ({ code, word: code }))}
      chosen={grid}
      onChoose={(grid) => narrow({ grid })}
    />
  );
}
