import type { registrationRoutes } from '../../shared/api/registration-routes.ts';
import type { Operation } from '../runtime/define-function.ts';
import { findPhotos } from '../store/photos.ts';
import { listRegistrationsOfPerson } from '../store/registrations.ts';
import { getOwnRegistration, ownAnswer, ownRegistration } from './own-registration.ts';

/** What one has filed, newest first. */
export const listMyRegistrations: Operation<typeof registrationRoutes.listMyRegistrations> = async ({
  session,
}) => {
  const registrations = await listRegistrationsOfPerson(session.personId);
  const photos = await findPhotos([
    ...new Set(registrations.flatMap(({ application }) => application.photos ?? [])),
  ]);
  return {
    body: {
      registrations: registrations.map((registration) =>
        ownRegistration(
          registration,
          photos.filter(
            ({ id, owner }) =>
              owner === session.personId && registration.application.photos?.includes(id) === true,
          ),
        ),
      ),
    },
  };
};

/** One of one's own registrations. */
export const getRegistration: Operation<typeof registrationRoutes.getRegistration> = async ({
  params,
  session,
}) => ownAnswer(await getOwnRegistration(params.id, session.personId));
