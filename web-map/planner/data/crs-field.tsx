import type { Crs } from '../../../shared/geo/position.ts';
import { SelectField } from '../parts/select-field.tsx';
import { useWords } from '../words/use-words.ts';

/** The system of coordinates of a file; none is taken for granted. */
export function CrsField({ value, onChange }: { value: Crs | ''; onChange: (value: Crs) => void }) {
  const { words } = useWords();
  const { crs, crsAsk, crsChoice } = words.data;
  return (
    <SelectField label={crs} value={value} onChange={(next) => onChange(next as Crs)}>
      <option value="" disabled>
        {crsAsk}
      </option>
      {(Object.keys(crsChoice) as Crs[]).map((each) => (
        <option key={each} value={each}>
          {crsChoice[each]}
        </option>
      ))}
    </SelectField>
  );
}
