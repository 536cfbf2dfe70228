import { useState } from 'preact/hooks';
import type { RequestOf } from '../../../shared/api/client.ts';
import type { Case } from '../../../shared/registration/case.ts';
import { ChoiceField } from '../../form/choice-field.tsx';
import { TextArea } from '../../form/text-area.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { Action } from '../../ui/use-action.ts';
import { Refused } from '../parts/notice.tsx';
import { fieldName } from '../words/field-lines.ts';
import { useWords } from '../words/use-words.ts';
import { ReasonTemplates } from './reason-templates.tsx';

type Outcome = 'needs_changes' | 'rejected';

/** What an applicant can be asked to look at again. */
const ASKABLE = [
  'name',
  'category',
  'position',
  'address',
  'schedule',
  'amenities',
  'photos',
  'licenceCode',
  'contactPhone',
  'publicPhone',
  'pledge',
] as const;

/** Sends a case back: with what has to be changed, or for good. The applicant reads the reason. */
export function ReturnPanel({
  shown,
  subdistrict,
  action,
  onDecide,
  onReload,
  onClose,
}: {
  shown: Case;
  subdistrict: string;
  action: Action;
  onDecide: (decision: RequestOf<'decideCase'>['body']) => Promise<boolean>;
  onReload: () => void;
  onClose: () => void;
}) {
  const { words, language } = useWords();
  const [outcome, setOutcome] = useState<Outcome>('needs_changes');
  const [reason, setReason] = useState('');
  const [fields, setFields] = useState<string[]>([]);
  const [isTold, setTold] = useState(false);
  const isMissing = reason.trim() === '';
  const send = () => {
    setTold(true);
    if (isMissing) return;
    void onDecide(
      outcome === 'rejected'
        ? { outcome, reason: reason.trim() }
        : { outcome, reason: reason.trim(), ...(fields.length > 0 && { fields }) },
    );
  };
  return (
    <Panel
      title={words.back.heading(shown.application.name ?? words.unnamedPlace)}
      closeLabel={words.close}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button
            kind={outcome === 'rejected' ? 'warn' : 'primary'}
            isDisabled={action.isBusy}
            onClick={send}
          >
            {words.back.send[outcome]}
          </Button>
        </>
      }
    >
      <ChoiceField<Outcome>
        label={words.back.outcome}
        value={outcome}
        onChange={setOutcome}
        choices={[
          { code: 'needs_changes', label: words.back.needsChanges },
          { code: 'rejected', label: words.back.rejected },
        ]}
        hint={words.back.hint[outcome]}
      />
      {outcome === 'needs_changes' && (
        <fieldset class="field">
          <legend class="field-label">{words.back.fields}</legend>
          <div class="field-buttons">
            {ASKABLE.map((field) => (
              <Chip
                key={field}
                isOn={fields.includes(field)}
                onToggle={() =>
                  setFields(
                    fields.includes(field) ? fields.filter((one) => one !== field) : [...fields, field],
                  )
                }
              >
                {fieldName(field, language)}
              </Chip>
            ))}
          </div>
        </fieldset>
      )}
      <TextArea
        label={words.back.reason}
        hint={words.back.reasonHint}
        error={isTold && isMissing ? words.back.reasonMissing : undefined}
        value={reason}
        onChange={setReason}
        rows={4}
        maxLength={500}
      />
      <ReasonTemplates
        subdistrict={subdistrict}
        outcome={outcome}
        reason={reason}
        onInsert={(text) => setReason(reason.trim() === '' ? text : `${reason.trim()}\n${text}`)}
      />
      <Refused error={action.error} onReload={onReload} />
    </Panel>
  );
}
