import { useEffect, useMemo, useState } from 'preact/hooks';
import type { OwnRegistration } from '../../../shared/registration/registration.ts';
import { call, me } from '../../session/session-store.ts';
import { merchantWords } from '../merchant-words.ts';
import { createLoader } from '../state/loaded.ts';
import { keepRegistration } from '../state/merchant-store.ts';
import type { StepId } from '../state/page-view.ts';
import { CardSkeleton, LoadFailed, ViewTitle } from '../view-parts.tsx';
import { localDraftArchive } from './draft-archive.ts';
import { createDraftStore } from './draft-store.ts';
import { RegistrationForm } from './registration-form.tsx';
import { StatusView } from './status-view.tsx';

/** One registration: its form while it may be edited and a step is named, else how it stands. */
export function RegistrationView({ id, step }: { id: string; step?: StepId }) {
  const { words } = merchantWords();
  const loader = useMemo(() => createLoader(() => call('getRegistration', { params: { id } })), [id]);
  const { status, value, error } = loader.state.value;
  useEffect(() => void loader.load(), [id]);
  if (!value)
    return (
      <>
        <ViewTitle back={{ at: 'home' }}>{words.registration}</ViewTitle>
        {status === 'failed' ? (
          <LoadFailed error={error} onRetry={() => void loader.load()} />
        ) : (
          <CardSkeleton />
        )}
      </>
    );
  const isEditing = step !== undefined && value.actions.includes('edit');
  const changed = (next: OwnRegistration) => {
    loader.set(next);
    keepRegistration(next);
  };
  const person = me.value;
  return isEditing && typeof person !== 'string' ? (
    <EditedRegistration personId={person.id} registration={value} step={step} onChanged={changed} />
  ) : (
    <StatusView registration={value} onChanged={changed} />
  );
}

/** Keeps the store of a draft as long as its form is open. */
function EditedRegistration({
  personId,
  registration,
  step,
  onChanged,
}: {
  personId: string;
  registration: OwnRegistration;
  step: StepId;
  onChanged: (registration: OwnRegistration) => void;
}) {
  const [store] = useState(() =>
    createDraftStore(registration, {
      call,
      archive: localDraftArchive(personId, registration.id),
      now: () => Date.now(),
    }),
  );
  useEffect(
    () => () => {
      void store.flush();
      store.close();
      onChanged(store.registration.peek());
    },
    [],
  );
  return <RegistrationForm store={store} step={step} onChanged={onChanged} />;
}
