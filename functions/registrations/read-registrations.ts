import type { registrationRoutes } from '../../shared/api/registration-routes.ts';
import type { Operation } from '../runtime/define-function.ts';
import { listLatestRegistrations } from '../store/registrations.ts';
import { getOwnRegistration, ownAnswer, ownRegistration, photosOf } from './own-registration.ts';

/** What one has filed, newest first. */
export const listMyRegistrations: Operation<typeof registrationRoutes.listMyRegistrations> = async ({
  session,
}) => {
  const registrations = await listLatestRegistrations(session.personId);
  const shown = registrations.map(async (registration) =>
    ownRegistration(registration, await photosOf(registration)),
  );
  return { body: { registrations: await Promise.all(shown) } };
};

/** One of one's own registrations. */
export const getRegistration: Operation<typeof registrationRoutes.getRegistration> = async ({
  params,
  session,
}) => ownAnswer(await getOwnRegistration(params.id, session.personId));
