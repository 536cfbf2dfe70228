import type { CheckResult, Photo } from '../../shared/photo/photo.ts';
import type { Place } from '../../shared/place/place.ts';
import type { WriteOperation } from './transact.ts';

/** A picture as it is stored; `place` is the place on the map that shows it. */
export type StoredPhoto = Photo & {
  owner: string;
  place?: string | undefined;
  subdistrict?: string | undefined;
};

/** The pictures with these ids, in their order; those that do not exist are left out. */
export const findPhotos = async (_ids: readonly string[]): Promise<StoredPhoto[]> => [];

/** The writes that make the pictures of a changed place public, and those it no longer shows private. */
export const photoUseOperations = (_before: Place | undefined, _after: Place): WriteOperation[] => [];

/** Notes what WeChat's machine says of a picture; answers whether the trace was ours. */
export const savePhotoCheck = async (_traceId: string, _check: CheckResult): Promise<boolean> => false;
