import { readFile } from 'node:fs/promises';
import { ulid } from 'ulid';
import * as z from 'zod';
import { DomainError } from '../../../shared/api/problem.ts';
import { AreaKind, DataSource } from '../../../shared/area/area.ts';
import { type AreaFinding, hasErrors } from '../../../shared/area/area-finding.ts';
import { importAreas } from '../../../shared/area/import-areas.ts';
import { importPeople } from '../../../shared/area/import-people.ts';
import type { ChangeReason } from '../../../shared/labels/change-words.ts';
import type { Subdistrict } from '../../../shared/subdistrict/subdistrict.ts';
import { getAreas, saveAreas } from '../../store/areas.ts';

const OfKind = z.object({
  collection: z.object({ features: z.array(z.unknown()) }),
  /** The cells of a table of people, in the order of `header`. */
  rows: z.array(z.array(z.string())),
});

const SeedAreas = z.object({
  source: DataSource,
  header: z.array(z.string()),
  grid: OfKind,
  neighbourhood: OfKind,
});

/**
 * Stores the areas of a file with their people, as planners load them. A kind that is there already stays as it is; a
 * folder without such a file has none.
 */
export const seedAreas = async (file: string, subdistrict: Subdistrict, at: string): Promise<void> => {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return;
  const seed = SeedAreas.parse(JSON.parse(text));
  const { source, header } = seed;
  const reason: ChangeReason = 'areas_imported';
  for (const kind of AreaKind.options) {
    const before = await getAreas(subdistrict.code, kind);
    if (before.version > 0) continue;
    const { collection } = seed[kind];
    const drawn = importAreas({ subdistrict, kind, crs: 'wgs84', source, collection, before: [] });
    requireSound(kind, drawn.findings);
    const rows = seed[kind].rows.map((cells, index) => ({ line: index + 2, cells }));
    const counted = importPeople({
      kind,
      source,
      header,
      rows,
      areas: drawn.areas,
      others: [],
      buildings: [],
    });
    requireSound(kind, counted.findings);
    const change = { by: 'command:seed', at, reason };
    await saveAreas(subdistrict.code, kind, { before, areas: counted.areas }, { change, newId: ulid });
  }
};

/** @throws DomainError `invalid_request` where an import of the seed found an error. */
export const requireSound = (what: string, findings: readonly AreaFinding[]): void => {
  if (hasErrors(findings)) throw new DomainError('invalid_request', `${what}: ${JSON.stringify(findings)}`);
};
