import type { Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

const SHOWN = 3000;

/** A short message that goes by itself, read out by screen readers. */
export function Toast({ message }: { message: Signal<string> }) {
  const text = message.value;
  useEffect(() => {
    if (!text) return;
    const timer = setTimeout(() => {
      message.value = '';
    }, SHOWN);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div class="toast-layer" role="status">
      {text && <p class="toast">{text}</p>}
    </div>
  );
}
