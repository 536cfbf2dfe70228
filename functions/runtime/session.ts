import { covers, hasRole, type Scope } from '../../shared/access/covers.ts';
import type { Grant } from '../../shared/access/grant.ts';
import { DomainError } from '../../shared/api/problem.ts';
import type { Access } from '../../shared/api/route.ts';

/** Who asks: the person and what they may do, as the table said at most 30 seconds ago. */
export type Session = {
  personId: string;
  grants: readonly Grant[];
  /** The token itself, for signing out. */
  tokenId: string;
  expiresAt: Date;
};

/**
 * Whether somebody may call a route at all, before its request is read.
 * @throws DomainError `unauthenticated` when nobody is signed in, `forbidden` when none of the roles is held anywhere.
 */
export const admit = (access: Access, session: Session | undefined): void => {
  if (access === 'public' || access === 'recognised') return;
  if (!session) throw new DomainError('unauthenticated');
  if (access !== 'signed_in' && !hasRole(session.grants, access.roles)) throw new DomainError('forbidden');
};

/** What an operation with roles calls with whose subdistrict it turned out to be about. Throws `forbidden`. */
export type RequireScope = (scope: Scope) => void;

/** Holds somebody to the subdistricts and grids that their grants name. Throws `forbidden`. */
export const requireScopeOf =
  (access: Access, session: Session | undefined): RequireScope =>
  (scope) => {
    if (typeof access === 'string') return;
    if (!session || !covers(session.grants, access.roles, scope)) {
      throw new DomainError('forbidden', `subdistrict ${scope.subdistrict}`);
    }
  };
