import { HoursEditor } from '../../../form/hours/hours-editor.tsx';
import { today } from '../../state/site.ts';
import type { StepProps } from '../registration-form.tsx';

/** When the shop is open. */
export const HoursStep = ({ store, errorOf }: StepProps) => (
  <HoursEditor
    value={store.answers.value.schedule}
    error={errorOf('schedule')}
    today={today()}
    onChange={(value) => store.set('schedule', value)}
  />
);
