import { DEFAULT_REASON_TEMPLATES } from '../../shared/labels/reason-templates.ts';
import { ReasonTemplate } from '../../shared/registration/reason-template.ts';
import { reasonTemplatesKey } from './settings-keys.ts';
import { versionedSettings } from './versioned-settings.ts';

/** The reasons of a subdistrict; version 0 are the built-in ones, which nobody has changed. */
export const { get: getReasonTemplates, save: saveReasonTemplates } = versionedSettings({
  noun: 'templates',
  entry: ReasonTemplate,
  key: reasonTemplatesKey,
  builtIn: DEFAULT_REASON_TEMPLATES,
  name: 'reasons',
});
