import { ulid } from 'ulid';
import type { planningRoutes } from '../../shared/api/planning-routes.ts';
import { AreaKind } from '../../shared/area/area.ts';
import { hasErrors } from '../../shared/area/area-finding.ts';
import { importBuildings as readBuildings } from '../../shared/area/import-buildings.ts';
import type { ChangeReason } from '../../shared/labels/change-words.ts';
import type { Operation } from '../runtime/define-function.ts';
import { getAreas } from '../store/areas.ts';
import { getBuildings, saveBuildings } from '../store/buildings.ts';
import { personAuthor } from '../store/change-items.ts';
import { getSubdistrict } from '../store/subdistricts.ts';

/** Residential buildings with their people. */
export const listBuildings: Operation<typeof planningRoutes.listBuildings> = async ({ params }) => {
  await getSubdistrict(params.code);
  const { buildings, source } = await getBuildings(params.code);
  return { body: { buildings, ...(source && { source }) } };
};

/** Checks buildings and, unless something forbids it or only a preview is wanted, stores all of them at once. */
export const importBuildings: Operation<typeof planningRoutes.importBuildings> = async ({
  params: { code },
  body: { crs, source, collection, isDryRun },
  session,
  now,
}) => {
  const { outline } = await getSubdistrict(code);
  const [before, ...stored] = await Promise.all([
    getBuildings(code),
    ...AreaKind.options.map((kind) => getAreas(code, kind)),
  ]);
  const areas = stored.flatMap((each) => each.areas);
  const { buildings, findings, likelyCrs } = readBuildings({
    outline,
    crs,
    collection: collection as { features: unknown[]; crs?: unknown },
    areas,
  });
  const saved = !isDryRun && !hasErrors(findings);
  if (saved) {
    const reason: ChangeReason = 'buildings_imported';
    const change = { by: personAuthor(session.personId), at: now.toISOString(), reason };
    await saveBuildings(code, { before, buildings, source }, { change, newId: ulid });
  }
  return { body: { buildings, findings, ...(likelyCrs && { likelyCrs }), saved } };
};
