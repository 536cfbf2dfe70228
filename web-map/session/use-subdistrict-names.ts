import { useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { SubdistrictFeature } from '../../shared/api/answers.ts';
import { language } from '../page-language.ts';
import { anonymousCall } from './session-store.ts';

/** The names of subdistricts by their codes, in the language that is spoken; none until they are known. */
export const useSubdistrictNames = () => {
  const known = useSignal<readonly SubdistrictFeature[]>([]);
  useEffect(() => {
    anonymousCall('listSubdistricts', { query: {} }).then(
      ({ features }) => {
        known.value = features;
      },
      // Codes stand where the names are not to be had.
      () => {},
    );
  }, []);
  return useComputed<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(
      known.value.map(({ id, properties }) => [
        id,
        language.value === 'en' ? properties.nameEn : properties.name,
      ]),
    ),
  );
};
