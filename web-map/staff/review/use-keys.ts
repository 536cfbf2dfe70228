import { useEffect, useRef } from 'preact/hooks';

/** What a letter does, by the letter. */
export type Keys = Map<string, () => void>;

/** Letters that do something anywhere in the page, but never while somebody types or a dialog is open. */
export function useKeys(own: Readonly<Record<string, () => void>>): Keys {
  const keys = useRef<Keys>(new Map());
  for (const [key, act] of Object.entries(own)) keys.current.set(key, act);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target))
        return;
      const act = keys.current.get(event.key);
      if (!act || document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return keys.current;
}

/** Whether a letter belongs to what has the focus. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
