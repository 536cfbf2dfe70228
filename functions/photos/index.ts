import { photoRoutes } from '../../shared/api/photo-routes.ts';
import { defineFunction } from '../runtime/define-function.ts';
import { shareAccessToken } from '../runtime/wechat/with-access-token.ts';
import { guards } from '../store/guards.ts';
import { tokenStore } from '../store/wechat-token.ts';
import { completePhoto } from './complete-photo.ts';
import { createPhoto } from './create-photo.ts';
import { deletePhoto } from './delete-photo.ts';
import { getPhotoImage } from './get-photo-image.ts';

shareAccessToken(tokenStore);

/** Pictures, from the upload to what everybody sees. */
export const handler = defineFunction(
  photoRoutes,
  { createPhoto, completePhoto, deletePhoto, getPhotoImage },
  { guards },
);
