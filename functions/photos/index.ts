import { photoRoutes } from '../../shared/api/photo-routes.ts';
import { DomainError } from '../../shared/api/problem.ts';
import { defineFunction, type Operations } from '../runtime/define-function.ts';
import { guards } from '../store/guards.ts';

const later = () => {
  throw new DomainError('unavailable', 'not built yet');
};

export const handler = defineFunction(
  photoRoutes,
  Object.fromEntries(Object.keys(photoRoutes).map((id) => [id, later])) as unknown as Operations<
    typeof photoRoutes
  >,
  { guards },
);
