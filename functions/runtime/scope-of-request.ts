import type { Scope } from '../../shared/access/covers.ts';
import type { Route } from '../../shared/api/route.ts';

type Parts = { params: Record<string, unknown>; query: Record<string, unknown>; body?: unknown };

/** The subdistrict that a request itself names, where its route says so; what is stored names its own later. */
export const scopeOfRequest = ({ access }: Route, parts: Parts): Scope | undefined => {
  if (typeof access === 'string') return undefined;
  const { subdistrictFrom } = access;
  if (subdistrictFrom === 'stored' || subdistrictFrom === 'anywhere') return undefined;
  if (subdistrictFrom === 'path') return { subdistrict: String(parts.params.code) };
  const { subdistrict, grid } = (subdistrictFrom === 'query' ? parts.query : parts.body) as {
    subdistrict: string;
    grid?: string;
  };
  return { subdistrict, grid };
};
