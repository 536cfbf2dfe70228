import { Standard } from '../../shared/coverage/standard.ts';
import { standardsKey } from './settings-keys.ts';
import { type VersionedSettings, versionedSettings } from './versioned-settings.ts';

/** The distances that a subdistrict sets itself; version 0 are none. */
export type OwnStandards = VersionedSettings<'standards', Standard>;

export const { get: getOwnStandards, save: saveOwnStandards } = versionedSettings({
  noun: 'standards',
  entry: Standard,
  key: standardsKey,
  builtIn: [],
  name: 'standards',
});
