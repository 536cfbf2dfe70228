import type { FacilityClass } from '../../../shared/coverage/coverage-answer.ts';
import type { Standard } from '../../../shared/coverage/standard.ts';

/** The standards that the subdistrict sets itself. */
export const ownOf = (standards: readonly Standard[]): Standard[] =>
  standards.filter(({ source }) => source === 'subdistrict');

/** Metres that the subdistrict sets itself, by class, as they stand in the fields. */
export type OwnMeters = Partial<Record<FacilityClass, string>>;

/** Whether a standard of the subdistrict says more than metres, as the API can: in minutes, or with a clause. */
export const isSetElsewhere = ({ source, reach, clause, status }: Standard): boolean =>
  source === 'subdistrict' && (!('meters' in reach) || clause !== undefined || status !== 'local_policy');

/** What stands in the fields when somebody begins to change it. */
export const ownMetersOf = (standards: readonly Standard[]): OwnMeters =>
  Object.fromEntries(
    standards.flatMap((standard) =>
      standard.source === 'subdistrict' && 'meters' in standard.reach && !isSetElsewhere(standard)
        ? [[standard.class, String(standard.reach.meters)]]
        : [],
    ),
  );

/** The subdistrict's standards with what the fields say; what was set elsewhere stays as it is. */
export const ownStandards = (standards: readonly Standard[], own: OwnMeters): Standard[] => [
  ...standards.filter(isSetElsewhere),
  ...Object.entries(own).flatMap(([code, meters]): Standard[] =>
    meters
      ? [
          {
            class: code as FacilityClass,
            reach: { meters: Math.round(Number(meters)) },
            source: 'subdistrict',
            status: 'local_policy',
          },
        ]
      : [],
  ),
];
