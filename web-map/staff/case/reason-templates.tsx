import { useState } from 'preact/hooks';
import type { ReasonTemplate } from '../../../shared/registration/reason-template.ts';
import { TextArea } from '../../form/text-area.tsx';
import { TextField } from '../../form/text-field.tsx';
import type { Language } from '../../i18n/language.ts';
import { call } from '../../session/session-store.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { useAction } from '../../ui/use-action.ts';
import { Failed, Refused } from '../parts/notice.tsx';
import { message } from '../state/page-state.ts';
import { useAnswer } from '../state/use-answer.ts';
import { useWords } from '../words/use-words.ts';

/** Reasons that are used again and again: put into the text, kept from it, changed for the whole subdistrict. */
export function ReasonTemplates({
  subdistrict,
  outcome,
  reason,
  onInsert,
}: {
  subdistrict: string;
  outcome: ReasonTemplate['outcome'];
  reason: string;
  onInsert: (text: string) => void;
}) {
  const { words, language } = useWords();
  const params = { code: subdistrict };
  const answer = useAnswer(subdistrict, (signal) => call('getReasonTemplates', { params, signal }));
  const action = useAction();
  const [edited, setEdited] = useState<ReasonTemplate[] | undefined>(undefined);
  if (answer.error !== undefined) return <Failed error={answer.error} onRetry={() => void answer.reload()} />;
  if (!answer.value) return null;
  const { templates, version } = answer.value;
  const save = async () => {
    const wanted = (edited ?? []).filter(({ title, text }) => title.trim() !== '' && text.trim() !== '');
    const isSaved = await action.run(async () => {
      answer.replace(
        await call('saveReasonTemplates', { params, ifMatch: version, body: { templates: wanted } }),
      );
    });
    if (!isSaved) return;
    setEdited(undefined);
    message.value = words.template.saved;
  };
  const change = (index: number, next: ReasonTemplate | undefined) =>
    setEdited(edited?.flatMap((template, at) => (at === index ? (next ?? []) : template)));

  if (edited) {
    return (
      <fieldset class="field templates-edit">
        <legend class="field-label">{words.template.edit}</legend>
        {edited.map((template, index) => (
          <div key={index} class="template-edit" hidden={template.outcome !== outcome}>
            <TextField
              label={words.template.title}
              value={template.title}
              maxLength={30}
              onChange={(title) => change(index, { ...template, title })}
            />
            <IconButton
              icon="close"
              label={words.template.remove(template.title)}
              onClick={() => change(index, undefined)}
            />
            <TextArea
              label={words.template.text}
              value={template.text}
              rows={2}
              maxLength={500}
              onChange={(text) => change(index, { ...template, text })}
            />
          </div>
        ))}
        <Refused error={action.error} onReload={() => void answer.reload()} />
        <div class="field-buttons">
          <Button onClick={() => setEdited([...edited, { outcome, title: '', text: '' }])}>
            {words.template.add}
          </Button>
          <Button onClick={() => setEdited(undefined)}>{words.cancel}</Button>
          <Button kind="primary" isDisabled={action.isBusy} onClick={() => void save()}>
            {words.template.save}
          </Button>
        </div>
      </fieldset>
    );
  }
  const shown = templates.filter((template) => template.outcome === outcome);
  const text = reason.trim();
  return (
    <fieldset class="field">
      <legend class="field-label">{words.template.heading}</legend>
      {shown.length === 0 && <p class="field-hint">{words.template.none}</p>}
      <div class="field-buttons">
        {shown.map((template) => (
          <Chip
            key={template.title}
            isOn={false}
            icon="plus"
            onToggle={() => onInsert(forShop(template, language))}
          >
            {(language === 'en' && template.en?.title) || template.title}
          </Chip>
        ))}
      </div>
      <div class="template-tools">
        {text !== '' && !shown.some((template) => template.text === text) && (
          <button
            type="button"
            class="plain-button"
            onClick={() => setEdited([...templates, { outcome, title: text.slice(0, 12), text }])}
          >
            {words.template.keep}
          </button>
        )}
        {templates.length > 0 && (
          <button type="button" class="plain-button" onClick={() => setEdited([...templates])}>
            {words.template.edit}
          </button>
        )}
      </div>
    </fieldset>
  );
}

/** What the shop reads: its own language always, the reviewer's below it so that they know what they send. */
const forShop = (template: ReasonTemplate, language: Language): string =>
  language === 'en' && template.en ? `${template.text}\n${template.en.text}` : template.text;
