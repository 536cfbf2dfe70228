import { ulid } from 'ulid';
import type { planningRoutes } from '../../shared/api/planning-routes.ts';
import { AreaKind } from '../../shared/area/area.ts';
import { hasErrors } from '../../shared/area/area-finding.ts';
import { importAreas as readAreas } from '../../shared/area/import-areas.ts';
import { importPeople as readPeople } from '../../shared/area/import-people.ts';
import type { ChangeReason } from '../../shared/labels/change-words.ts';
import type { Operation } from '../runtime/define-function.ts';
import { getAreas, saveAreas } from '../store/areas.ts';
import { getBuildings } from '../store/buildings.ts';
import { personAuthor } from '../store/change-items.ts';
import { getSubdistrict } from '../store/subdistricts.ts';

/** Grids and neighbourhoods with their people. */
export const listAreas: Operation<typeof planningRoutes.listAreas> = async ({ params, query }) => {
  await getSubdistrict(params.code);
  const kinds = query.kind ? [query.kind] : AreaKind.options;
  const stored = await Promise.all(kinds.map((kind) => getAreas(params.code, kind)));
  return { body: { areas: stored.flatMap(({ areas }) => areas) } };
};

/** Checks and mends areas and, unless something forbids it or only a preview is wanted, stores all of them at once. */
export const importAreas: Operation<typeof planningRoutes.importAreas> = async ({
  params,
  body,
  session,
  now,
}) => {
  const { kind, crs, source, collection, isDryRun } = body;
  const subdistrict = await getSubdistrict(params.code);
  const before = await getAreas(params.code, kind);
  const { areas, findings, likelyCrs } = readAreas({
    subdistrict,
    kind,
    crs,
    source,
    collection: collection as { features: unknown[]; crs?: unknown },
    before: before.areas,
  });
  const saved = !isDryRun && !hasErrors(findings);
  if (saved) {
    const reason: ChangeReason = 'areas_imported';
    const change = { by: personAuthor(session.personId), at: now.toISOString(), reason };
    await saveAreas(params.code, kind, { before, areas }, { change, newId: ulid });
  }
  return { body: { areas, findings, ...(likelyCrs && { likelyCrs }), saved } };
};

/** Puts the numbers of a table to the areas of a kind, all of them or none. */
export const importPeople: Operation<typeof planningRoutes.importPeople> = async ({
  params,
  body,
  session,
  now,
}) => {
  const { isDryRun, ...table } = body;
  await getSubdistrict(params.code);
  const otherKind = table.kind === 'grid' ? 'neighbourhood' : 'grid';
  const [before, others, { buildings }] = await Promise.all([
    getAreas(params.code, table.kind),
    getAreas(params.code, otherKind),
    getBuildings(params.code),
  ]);
  const { areas, findings, effect } = readPeople({
    ...table,
    areas: before.areas,
    others: others.areas,
    buildings,
  });
  const saved = !isDryRun && !hasErrors(findings);
  if (saved) {
    const reason: ChangeReason = 'people_imported';
    const change = { by: personAuthor(session.personId), at: now.toISOString(), reason };
    await saveAreas(params.code, table.kind, { before, areas }, { change, newId: ulid });
  }
  return { body: { areas, findings, effect, saved } };
};
