import { placeRoutes } from '../../shared/api/place-routes.ts';
import { DomainError } from '../../shared/api/problem.ts';
import { defineFunction, type Operations } from '../runtime/define-function.ts';
import { guards } from '../store/guards.ts';

const later = () => {
  throw new DomainError('unavailable', 'not built yet');
};

export const handler = defineFunction(
  placeRoutes,
  Object.fromEntries(Object.keys(placeRoutes).map((id) => [id, later])) as unknown as Operations<
    typeof placeRoutes
  >,
  { guards },
);
