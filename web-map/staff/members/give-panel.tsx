import { useState } from 'preact/hooks';
import type { Role } from '../../../shared/access/role.ts';
import { ROLE_WORDS } from '../../../shared/labels/role-words.ts';
import type { PersonCard } from '../../../shared/person/person.ts';
import { ChoiceField } from '../../form/choice-field.tsx';
import { TextField } from '../../form/text-field.tsx';
import { call } from '../../session/session-store.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useAction } from '../../ui/use-action.ts';
import { Refused } from '../parts/notice.tsx';
import { OptionalReason } from '../parts/reason-fields.tsx';
import { newKey } from '../state/new-key.ts';
import { message } from '../state/page-state.ts';
import { personWords } from '../words/person-words.ts';
import { useWords } from '../words/use-words.ts';
import { readGrids, readMemberCode } from './read-member.ts';

const ROLES = ['grid_staff', 'reviewer', 'planner', 'steward', 'subdistrict_admin'] as const satisfies Role[];

/** Finds somebody by the code they read out, and gives them a role. */
export function GivePanel({
  subdistrict,
  onGiven,
  onClose,
}: {
  subdistrict: string;
  onGiven: () => void;
  onClose: () => void;
}) {
  const { words, language } = useWords();
  const action = useAction();
  const [code, setCode] = useState('');
  const [person, setPerson] = useState<PersonCard | undefined>(undefined);
  const [role, setRole] = useState<Role>('grid_staff');
  const [grids, setGrids] = useState('');
  const [reason, setReason] = useState('');
  const [idempotencyKey] = useState(newKey);
  const memberCode = readMemberCode(code);
  const find = () =>
    action.run(async () => {
      if (memberCode) setPerson(await call('findMember', { params: { memberCode } }));
    });
  const give = async () => {
    if (!person) return;
    const wanted = readGrids(grids);
    const isDone = await action.run(() =>
      call('createGrant', {
        body: {
          person: person.id,
          role,
          subdistrict,
          ...(wanted.length > 0 && { grids: wanted }),
          ...(reason.trim() !== '' && { reason: reason.trim() }),
        },
        idempotencyKey,
      }),
    );
    if (!isDone) return;
    message.value = words.members.gave(personWords(person, words), ROLE_WORDS[role][language]);
    onGiven();
  };
  return (
    <Panel
      title={words.members.give}
      closeLabel={words.close}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          {person ? (
            <Button kind="primary" isDisabled={action.isBusy} onClick={() => void give()}>
              {words.members.giveNow}
            </Button>
          ) : (
            <Button kind="primary" isDisabled={!memberCode || action.isBusy} onClick={() => void find()}>
              {words.members.find}
            </Button>
          )}
        </>
      }
    >
      <TextField
        label={words.members.code}
        hint={words.members.codeHint}
        value={code}
        maxLength={12}
        onChange={(next) => {
          setCode(next);
          setPerson(undefined);
          action.forget();
        }}
      />
      <p role="status" class="found-member">
        {person && words.members.found(personWords(person, words))}
      </p>
      {person && (
        <>
          <ChoiceField<Role>
            label={words.members.role}
            layout="rows"
            value={role}
            onChange={setRole}
            choices={ROLES.map((code) => ({
              code,
              label: ROLE_WORDS[code][language],
              hint: words.members.roleHint[code],
            }))}
          />
          <TextField
            label={words.members.gridsField}
            hint={words.members.gridsHint}
            isOptional
            value={grids}
            onChange={setGrids}
          />
          <OptionalReason label={words.members.reason} value={reason} onChange={setReason} />
        </>
      )}
      <Refused error={action.error} />
    </Panel>
  );
}
