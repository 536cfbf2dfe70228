import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { IconButton } from './button.tsx';
import { keepFocusInside } from './keep-focus-inside.ts';

/**
 * A dialog over the page: takes the focus, keeps it, gives it back to where it was. Escape, the close button and
 * a tap beside it close it.
 */
export function Panel({
  title,
  closeLabel,
  onClose,
  footer,
  children,
}: {
  title: string;
  closeLabel: string;
  onClose: () => void;
  footer?: ComponentChildren;
  children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDivElement>(null);
  const titleId = useId();

  // Looked up while rendering: once the page behind is inert, the browser takes the focus from it.
  const before = useRef(document.activeElement);
  useEffect(() => {
    dialog.current?.focus();
    return () => {
      const { current } = before;
      // After the page behind can be focused again.
      setTimeout(() => {
        if (current instanceof HTMLElement && current.isConnected) current.focus();
      });
    };
  }, []);

  return (
    <div class="panel-layer">
      <div class="panel-veil" onClick={onClose} aria-hidden="true" />
      <div
        ref={dialog}
        class="panel"
        role="dialog"
        aria-modal="true"
        aria-labelledby={titleId}
        tabIndex={-1}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.stopPropagation();
            onClose();
          }
          if (dialog.current) keepFocusInside(dialog.current, event);
        }}
      >
        <header class="panel-header">
          <h2 id={titleId}>{title}</h2>
          <IconButton icon="close" label={closeLabel} onClick={onClose} />
        </header>
        <div class="panel-body">{children}</div>
        {footer && <footer class="panel-footer">{footer}</footer>}
      </div>
    </div>
  );
}
