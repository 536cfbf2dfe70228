import { formWords } from './form-words.ts';

/** What differs between two states of something, field by field, already in words. */
export function DifferenceList({
  differences,
}: {
  differences: readonly {
    field: string;
    label: string;
    before: string | undefined;
    after: string | undefined;
  }[];
}) {
  const { words } = formWords();
  return (
    <dl class="differences">
      {differences.map(({ field, label, before, after }) => (
        <div key={field}>
          <dt>{label}</dt>
          <dd>
            <span class="visually-hidden">{words.before} </span>
            <del>{before || words.empty}</del>
          </dd>
          <dd>
            <span class="visually-hidden">{words.after} </span>
            <ins>{after || words.empty}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
