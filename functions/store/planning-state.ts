import { LRUCache } from 'lru-cache';
import { DomainError } from '../../shared/api/problem.ts';
import type { AreaKind } from '../../shared/area/area.ts';
import type { Subdistrict } from '../../shared/subdistrict/subdistrict.ts';
import { findItems, type Item } from './find-items.ts';
import { countsKey, networkKey, SUBDISTRICTS_KEY, subdistrictKey } from './keys.ts';
import { readNetwork, type StoredNetwork } from './networks.ts';
import { areasKey, buildingsKey } from './planning-keys.ts';
import { standardsKey } from './settings-keys.ts';
import { type OwnStandards, readOwnStandards } from './standards.ts';
import { lastChangeOf, readCodes, readSubdistrict } from './subdistricts.ts';
import { versionOfHead } from './versioned-parts.ts';

/** What coverage of a subdistrict hangs on, as far as it is small: of the rest which version is current. */
export type PlanningState = {
  subdistrict: Subdistrict;
  own: OwnStandards;
  /** 0 where there are none. */
  areasVersions: Record<AreaKind, number>;
  buildingsVersion: number;
  network: StoredNetwork | undefined;
  /** When a place last changed anywhere; undefined while there is none. */
  placesChangedAt: string | undefined;
};

/** The subdistricts that were there at the last read: their counts are asked for before it is known who is there now. */
let lastCodes: readonly string[] = [];

/** The state of a subdistrict, read consistently and, unless a subdistrict is new, at once. Throws `not_found`. */
export const getPlanningState = async (code: string): Promise<PlanningState> => {
  const expected = lastCodes;
  const [subdistrict, standards, grids, neighbourhoods, buildings, network, listed, ...counts] =
    await findItems([
      subdistrictKey(code),
      standardsKey(code),
      areasKey(code, 'grid'),
      areasKey(code, 'neighbourhood'),
      buildingsKey(code),
      networkKey(code),
      SUBDISTRICTS_KEY,
      ...expected.map(countsKey),
    ]);
  if (!subdistrict) throw new DomainError('not_found', `subdistrict ${code}`);
  const codes = readCodes(listed);
  lastCodes = codes;
  const missed = codes.filter((each) => !expected.includes(each));
  return {
    subdistrict: subdistrictOf(subdistrict),
    own: readOwnStandards(standards),
    areasVersions: { grid: versionOfHead(grids), neighbourhood: versionOfHead(neighbourhoods) },
    buildingsVersion: versionOfHead(buildings),
    network: readNetwork(network),
    placesChangedAt: lastChangeOf([
      ...counts.filter((_, index) => codes.includes(expected[index] ?? '')),
      ...(missed.length > 0 ? await findItems(missed.map(countsKey)) : []),
    ]),
  };
};

/** Subdistricts by the text they were stored as: one of a thousand corners is checked when it is new. */
const keptSubdistricts = new LRUCache<string, Subdistrict>({ max: 20 });

const subdistrictOf = (item: Item): Subdistrict => {
  const text = item.subdistrict?.S ?? '';
  const subdistrict = keptSubdistricts.get(text) ?? readSubdistrict(item);
  keptSubdistricts.set(text, subdistrict);
  return subdistrict;
};
