import { wechatRoutes } from '../../shared/api/wechat-routes.ts';
import { defineFunction } from '../runtime/define-function.ts';
import { guards } from '../store/guards.ts';
import { listParkedNotifications, retryNotification } from './parked-notifications.ts';
import { receivePush, verifyPush } from './receive-push.ts';

/** What WeChat tells us, and what we could not tell through it. */
export const handler = defineFunction(
  wechatRoutes,
  { verifyPush, receivePush, listParkedNotifications, retryNotification },
  { guards },
);
