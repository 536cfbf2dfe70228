import { DomainError } from '../../shared/api/problem.ts';
import { wechatRoutes } from '../../shared/api/wechat-routes.ts';
import { defineFunction, type Operations } from '../runtime/define-function.ts';
import { guards } from '../store/guards.ts';

const later = () => {
  throw new DomainError('unavailable', 'not built yet');
};

export const handler = defineFunction(
  wechatRoutes,
  Object.fromEntries(Object.keys(wechatRoutes).map((id) => [id, later])) as unknown as Operations<
    typeof wechatRoutes
  >,
  { guards },
);
