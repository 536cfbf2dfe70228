import { TextArea } from '../../form/text-area.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useWords } from '../words/use-words.ts';

type Reason = { label: string; value: string; onChange: (value: string) => void };

/** So many letters the API takes. */
const MOST_LETTERS = 200;

/** A reason for the record, which may be left out. */
export const OptionalReason = ({ hint, ...field }: Reason & { hint?: string }) => (
  <TextField {...field} {...(hint && { hint })} isOptional maxLength={MOST_LETTERS} />
);

/** A reason that riders read, and that there must be. */
export function PublicReason(field: Reason) {
  const { words } = useWords();
  return <TextArea {...field} hint={words.place.reasonPublic} rows={2} maxLength={MOST_LETTERS} />;
}
