import type { AreaKind } from '../../../shared/area/area.ts';
import { useWords } from '../words/use-words.ts';
import { Segments } from './segments.tsx';

/** Grids or neighbourhoods. */
export function AreaKindChoice({
  label,
  chosen,
  onChoose,
}: {
  /** What the choice is of, where it is not what is looked at. */
  label?: string;
  chosen: AreaKind;
  onChoose: (kind: AreaKind) => void;
}) {
  const { words } = useWords();
  return (
    <Segments<AreaKind>
      label={label ?? words.areaKind}
      options={(['grid', 'neighbourhood'] as const).map((code) => ({ code, word: words.areaKinds[code] }))}
      chosen={chosen}
      onChoose={onChoose}
    />
  );
}
