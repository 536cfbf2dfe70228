import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ConfirmDialog } from '../../form/confirm-dialog.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import type { Action } from '../../ui/use-action.ts';
import { Refused } from '../parts/notice.tsx';
import { useWords } from '../words/use-words.ts';
import { PlaceFields } from './place-fields.tsx';
import { missingOf, type PlaceForm } from './place-form.ts';

/** The form of a place with its heading and its bar; what was typed is not thrown away unasked. */
export function PlaceFormPane({
  id,
  heading,
  initial,
  action,
  isSavable,
  onSave,
  onReload,
  onClose,
  children,
}: {
  id?: string;
  heading: string;
  initial: PlaceForm;
  action: Action;
  isSavable: (form: PlaceForm) => boolean;
  onSave: (form: PlaceForm) => void;
  onReload?: () => void;
  onClose: () => void;
  children?: ComponentChildren;
}) {
  const { words } = useWords();
  const [form, setForm] = useState(initial);
  const [isTried, setTried] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const pane = useRef<HTMLElement>(null);
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  const missing = missingOf(form);
  const leave = () => (form === initial ? onClose() : setAsked(true));
  const save = () => {
    setTried(true);
    if (missing.length === 0) onSave(form);
    else setTimeout(() => pane.current?.querySelector('[aria-invalid]')?.scrollIntoView({ block: 'center' }));
  };
  return (
    <article class="case" ref={pane}>
      <header class="case-header">
        <span class="detail-back detail-back-always">
          <IconButton icon="back" label={words.cancel} onClick={leave} />
        </span>
        <div class="case-title">
          <h2 ref={title} tabIndex={-1}>
            {heading}
          </h2>
        </div>
      </header>
      <div class="form-body">
        <PlaceFields id={id} form={form} missing={isTried ? missing : []} onChange={setForm} />
        {children}
      </div>
      <div class="case-foot">
        <Refused error={action.error} {...(onReload && { onReload })} />
        {isTried && missing.length > 0 && (
          <p class="refused" role="alert">
            {words.placeForm.mendFirst(missing.length)}
          </p>
        )}
        <div class="case-bar">
          <Button kind="primary" isDisabled={action.isBusy || !isSavable(form)} onClick={save}>
            {words.placeForm.save}
          </Button>
          <Button onClick={leave}>{words.cancel}</Button>
        </div>
      </div>
      {isAsked && (
        <ConfirmDialog
          title={words.placeForm.leaveHeading}
          confirmLabel={words.placeForm.leave}
          cancelLabel={words.placeForm.stay}
          isDanger
          onConfirm={onClose}
          onCancel={() => setAsked(false)}
        >
          <p>{words.placeForm.leaveHint}</p>
        </ConfirmDialog>
      )}
    </article>
  );
}
