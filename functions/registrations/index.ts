import { DomainError } from '../../shared/api/problem.ts';
import { registrationRoutes } from '../../shared/api/registration-routes.ts';
import { defineFunction, type Operations } from '../runtime/define-function.ts';
import { guards } from '../store/guards.ts';

const later = () => {
  throw new DomainError('unavailable', 'not built yet');
};

export const handler = defineFunction(
  registrationRoutes,
  Object.fromEntries(Object.keys(registrationRoutes).map((id) => [id, later])) as unknown as Operations<
    typeof registrationRoutes
  >,
  { guards },
);
