import { useRef } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../words/use-words.ts';

/** A button that opens the system's file choice. */
export function FileChoice({
  accept,
  name,
  onChoose,
}: {
  accept: string;
  name: string | undefined;
  onChoose: (file: File) => void;
}) {
  const { words } = useWords();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div class="file-choice">
      <input
        ref={input}
        class="visually-hidden"
        type="file"
        tabIndex={-1}
        accept={accept}
        aria-label={words.data.choose}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) onChoose(file);
          currentTarget.value = '';
        }}
      />
      <Button icon="up" onClick={() => input.current?.click()}>
        {name ? words.data.chooseOther : words.data.choose}
      </Button>
      {name && <small>{name}</small>}
    </div>
  );
}
