import { covers } from '../../shared/access/covers.ts';
import type { photoRoutes } from '../../shared/api/photo-routes.ts';
import { DomainError } from '../../shared/api/problem.ts';
import type { Operation } from '../runtime/define-function.ts';
import { getObject } from '../runtime/objects.ts';
import type { Session } from '../runtime/session.ts';
import type { StoredPhoto } from '../store/photo-items.ts';
import { imageKey } from '../store/photo-objects.ts';
import { findPhoto } from '../store/photos.ts';

/** Far above what the larger size ever takes. */
const MOST_BYTES = 4 * 1024 * 1024;

/** The bytes of an id never change, but a place may stop showing it: copies are gone after a day. */
const PUBLIC = 'public, max-age=86400';
const PRIVATE = 'private, no-store';

/** A picture itself. Whoever may not see it is told that there is none. */
export const getPhotoImage: Operation<typeof photoRoutes.getPhotoImage> = async ({ params, session }) => {
  const { id, size } = params;
  const photo = await findPhoto(id);
  const isVisible = photo?.state === 'ready' && (isPublic(photo) || maySee(photo, session));
  const bytes = isVisible ? await getObject(imageKey(id, size), MOST_BYTES) : undefined;
  if (!photo || !bytes || bytes === 'too_large') throw new DomainError('not_found', `path id: ${id}`);
  return {
    body: Buffer.from(bytes).toString('base64'),
    isBase64: true,
    headers: { 'cache-control': isPublic(photo) ? PUBLIC : PRIVATE },
  };
};

const isPublic = ({ place, check }: StoredPhoto): boolean => place !== undefined && check !== 'risky';

const maySee = ({ owner, subdistrict, grid }: StoredPhoto, session: Session | undefined): boolean =>
  session !== undefined &&
  (session.personId === owner ||
    (subdistrict !== undefined && covers(session.grants, ['reviewer', 'grid_staff'], { subdistrict, grid })));
