import type { CoverageNumbers } from '../../../shared/coverage/coverage-answer.ts';
import { percentOf, shareOf } from '../words/phrases.ts';

/** One share in the colour and hatch of its grade. Only the first cell is a tab stop; arrows go on from there. */
export const HeatCell = ({
  numbers,
  label,
  emptyWord,
  isFirst,
  isColumn,
  onChoose,
}: {
  numbers: CoverageNumbers | undefined;
  label: string;
  /** Stands there where nothing of the class is recorded: that is no grade. */
  emptyWord: string | undefined;
  isFirst: boolean;
  isColumn: boolean;
  onChoose: () => void;
}) => (
  <td class={isColumn ? 'heat-column' : ''}>
    <button
      type="button"
      class={`heat-cell ${emptyWord ? 'heat-empty' : numbers?.grade ? `grade-${numbers.grade}` : ''}`}
      tabIndex={isFirst ? 0 : -1}
      aria-label={label}
      title={label}
      onClick={onChoose}
    >
      <span>{emptyWord ?? (numbers ? percentOf(shareOf(numbers)) : '—')}</span>
    </button>
  </td>
);
