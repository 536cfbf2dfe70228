import type { Case } from '../../../shared/registration/case.ts';
import { Icon } from '../../ui/icon.tsx';
import { useWords } from '../words/use-words.ts';

type Line = { name: string; text: string; tone: 'good' | 'look' | 'bad' };

/** What was found by machine, each in words: nobody has to know what a code means. */
export function ChecksList({ shown }: { shown: Case }) {
  const { words } = useWords();
  const { checks, photos, suspects, kind, application } = shown;
  if (!checks) return null;
  // A change says only what it changes: the place has its photos and its licence already.
  const isWhole = kind !== 'change';
  const lines: (Line | false)[] = [
    { name: words.check.text, text: words.check.result[checks.text], tone: toneOf(checks.text) },
    photos.length === 0
      ? isWhole && { name: words.check.photos, text: words.check.noPhotos, tone: 'look' }
      : { name: words.check.photos, text: words.check.result[checks.photos], tone: toneOf(checks.photos) },
    (isWhole || application.licenceCode !== undefined) && {
      name: words.check.licence,
      text: words.check.licenceResult[checks.licence],
      tone: checks.licence === 'valid' ? 'good' : 'look',
    },
    {
      name: words.check.doubles,
      text: suspects.length === 0 ? words.check.noDoubles : words.check.someDoubles(suspects.length),
      tone: suspects.length === 0 ? 'good' : 'look',
    },
  ];
  return (
    <section class="card">
      <h3>{words.check.heading}</h3>
      <ul class="checks">
        {lines
          .filter((line) => line !== false)
          .map(({ name, text, tone }) => (
            <li key={name} class={`check check-${tone}`}>
              <Icon id={tone === 'good' ? 'check' : 'warning'} />
              <span class="check-name">{name}</span>
              <span class="check-text">{text}</span>
            </li>
          ))}
      </ul>
    </section>
  );
}

const toneOf = (result: NonNullable<Case['checks']>['text']): Line['tone'] =>
  result === 'pass' ? 'good' : result === 'risky' ? 'bad' : 'look';
