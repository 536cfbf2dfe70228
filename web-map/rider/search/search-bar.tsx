import { useEffect, useRef, useState } from 'preact/hooks';
import { IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useStore, useWords } from '../store-context.ts';

const PAUSE = 150;

/** The search field; it searches while one types, and Enter shows the list. */
export function SearchBar() {
  const store = useStore();
  const { words } = useWords();
  const { query } = store.url.value;
  const [text, setText] = useState(query);
  const input = useRef<HTMLInputElement>(null);

  // Cleared or brought back from elsewhere; what is being typed stays.
  useEffect(() => {
    if (query !== text.trim()) setText(query);
  }, [query]);
  useEffect(() => {
    if (text.trim() === store.url.peek().query) return;
    const timer = setTimeout(() => store.change({ query: text.trim() }), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);

  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers in use do not know <search> yet
    <form
      class="search-bar"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        store.change({ query: text.trim() });
        input.current?.blur();
        if (store.sheet.value === 'peek') store.resize('half');
      }}
    >
      <Icon id="search" />
      <input
        ref={input}
        type="search"
        enterkeyhint="search"
        autocomplete="off"
        maxLength={60}
        aria-label={words.search}
        placeholder={words.searchPlaceholder}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      {text && (
        <IconButton
          icon="close"
          label={words.clearSearch}
          onClick={() => {
            setText('');
            store.change({ query: '' });
            input.current?.focus();
          }}
        />
      )}
    </form>
  );
}
