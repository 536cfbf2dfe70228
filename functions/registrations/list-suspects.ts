import type { registrationRoutes } from '../../shared/api/registration-routes.ts';
import type { Operation } from '../runtime/define-function.ts';
import { getOwnRegistration } from './own-registration.ts';
import { findSuspects } from './suspects.ts';

/** Places on the map that one's own registration may be a double of. */
export const listSuspects: Operation<typeof registrationRoutes.listSuspects> = async ({
  params,
  session,
}) => ({
  body: { suspects: await findSuspects(await getOwnRegistration(params.id, session.personId)) },
});
