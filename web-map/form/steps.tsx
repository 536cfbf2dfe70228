import { formWords } from './form-words.ts';

/** One group of questions, and how it stands. */
export type Step = { id: string; label: string; state: 'done' | 'todo' | 'problem' };

/** The way through a long form: where one is, what is done, each group to be pressed. */
export function Steps({
  steps,
  current,
  onGo,
}: {
  steps: readonly Step[];
  current: string;
  onGo: (id: string) => void;
}) {
  const { words } = formWords();
  const at = steps.findIndex(({ id }) => id === current);
  const stateWords = { done: words.stepDone, todo: words.stepTodo, problem: words.stepProblem };
  return (
    <nav class="steps" aria-label={words.stepOf(at + 1, steps.length)}>
      <ol>
        {steps.map(({ id, label, state }) => (
          <li key={id}>
            <button
              type="button"
              class={`step step-${state}`}
              aria-current={id === current ? 'step' : undefined}
              aria-label={`${label}, ${stateWords[state]}`}
              title={label}
              onClick={() => onGo(id)}
            />
          </li>
        ))}
      </ol>
      <p aria-hidden="true">{words.stepOf(at + 1, steps.length)}</p>
    </nav>
  );
}
