import { useMemo, useState } from 'preact/hooks';
import type { Bbox } from '../../../shared/geo/tile.ts';
import type { ImportedRow } from '../../../shared/place/imported-row.ts';
import { bboxOf } from '../parts/bbox-of.ts';
import { StaffMap } from '../parts/staff-map.tsx';
import { siteConfig } from '../state/site-config.ts';
import { useWords } from '../words/use-words.ts';

/** Where the rows would stand; a marker tells its row. */
export function ImportPreview({ results, isWhole }: { results: readonly ImportedRow[]; isWhole: boolean }) {
  const { words } = useWords();
  const [line, setLine] = useState<string | undefined>(undefined);
  const places = useMemo(
    () =>
      results.flatMap(({ line, name, position, outcome }) =>
        position
          ? [
              {
                id: String(line),
                name: words.table.rowNamed(line, name ?? ''),
                position,
                kind: 'facility' as const,
                status: outcome === 'refused' ? ('unknown' as const) : ('open' as const),
                illustrative: false,
              },
            ]
          : [],
      ),
    [results, words],
  );
  if (places.length === 0) return null;
  // While rows are still coming the map stays where it is.
  const bbox: Bbox | undefined = isWhole ? bboxOf(places.map(({ position }) => position)) : undefined;
  return (
    <StaffMap
      label={words.table.previewMap}
      places={places}
      selected={line}
      view={bbox ? { bbox } : siteConfig.value.start}
      onSelect={setLine}
    />
  );
}
