import { DomainError } from '../../shared/api/problem.ts';
import { sessionRoutes } from '../../shared/api/session-routes.ts';
import { defineFunction, type Operations } from '../runtime/define-function.ts';
import { guards } from '../store/guards.ts';

const later = () => {
  throw new DomainError('unavailable', 'not built yet');
};

export const handler = defineFunction(
  sessionRoutes,
  Object.fromEntries(Object.keys(sessionRoutes).map((id) => [id, later])) as unknown as Operations<
    typeof sessionRoutes
  >,
  { guards },
);
