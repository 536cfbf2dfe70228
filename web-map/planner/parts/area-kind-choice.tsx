import type { AreaKind } from '../../../shared/area/area.ts';
import { useWords } from '../words/use-words.ts';
import { Segments } from './segments.tsx';

/** Grids or neighbourhoods. */
export function AreaKindChoice({
  chosen,
  onChoose,
}: {
  chosen: AreaKind;
  onChoose: (kind: AreaKind) => void;
}) {
  const { words } = useWords();
  return (
    <Segments<AreaKind>
      label={words.areaKind}
      options={(['grid', 'neighbourhood'] as const).map((code) => ({ code, word: words.areaKinds[code] }))}
      chosen={chosen}
      onChoose={onChoose}
    />
  );
}
