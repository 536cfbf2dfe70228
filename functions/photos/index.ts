import { photoRoutes } from '../../shared/api/photo-routes.ts';
import { defineFunction } from '../runtime/define-function.ts';
import { guards } from '../store/guards.ts';
import { completePhoto } from './complete-photo.ts';
import { createPhoto } from './create-photo.ts';
import { deletePhoto } from './delete-photo.ts';
import { getPhotoImage } from './get-photo-image.ts';

/** Pictures, from the upload to what everybody sees. */
export const handler = defineFunction(
  photoRoutes,
  { createPhoto, completePhoto, deletePhoto, getPhotoImage },
  { guards },
);
