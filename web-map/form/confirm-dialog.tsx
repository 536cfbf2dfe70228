import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';
import { formWords } from './form-words.ts';

/**
 * Asks before something that is hard to take back. `onConfirm` may take its time: the buttons wait meanwhile. It tells
 * of its own failures, and whoever opened the dialog closes it.
 */
export function ConfirmDialog({
  title,
  confirmLabel,
  cancelLabel,
  isDanger = false,
  isBlocked = false,
  onConfirm,
  onCancel,
  children,
}: {
  title: string;
  confirmLabel: string;
  cancelLabel?: string;
  isDanger?: boolean;
  /** Something that the dialog asks for is still missing. */
  isBlocked?: boolean;
  onConfirm: () => void | Promise<void>;
  onCancel: () => void;
  children?: ComponentChildren;
}) {
  const { words } = formWords();
  const [isBusy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    try {
      await onConfirm();
    } finally {
      setBusy(false);
    }
  };
  return (
    <Panel
      title={title}
      closeLabel={words.close}
      onClose={onCancel}
      footer={
        <>
          <Button isDisabled={isBusy} onClick={onCancel}>
            {cancelLabel ?? words.cancel}
          </Button>
          <Button
            kind={isDanger ? 'warn' : 'primary'}
            isDisabled={isBusy || isBlocked}
            onClick={() => void confirm()}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Panel>
  );
}
