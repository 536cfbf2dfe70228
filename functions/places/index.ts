import { placeRoutes } from '../../shared/api/place-routes.ts';
import { DomainError } from '../../shared/api/problem.ts';
import { defineFunction } from '../runtime/define-function.ts';
import { guards } from '../store/guards.ts';
import { createPlace } from './create-place.ts';
import { exportPlacesXlsx } from './export-places-xlsx.ts';
import { importRows } from './import-rows.ts';
import { listChanges, listPlaceChanges } from './list-changes.ts';
import { getPlaceRecord, listPlaceRecords } from './list-place-records.ts';
import { listWork } from './list-work.ts';
import { mergePlace } from './merge-place.ts';
import { restorePlace } from './restore-place.ts';
import { retirePlace } from './retire-place.ts';
import { resumePlace, suspendPlace } from './suspend-place.ts';
import { updatePlace } from './update-place.ts';
import { settleConfirmations, verifyPlace } from './verify-place.ts';

const later = () => {
  throw new DomainError('unavailable');
};

/** The writing side of places. */
export const handler = defineFunction(
  placeRoutes,
  {
    listMyPlaces: later,
    getMyPlace: later,
    updateMyPlace: later,
    pauseMyPlace: later,
    resumeMyPlace: later,
    confirmMyPlace: later,
    leaveMap: later,
    offerHandOver: later,
    acceptHandOver: later,
    confirmPlace: later,
    listPlaceRecords,
    getPlaceRecord,
    createPlace,
    updatePlace,
    suspendPlace,
    resumePlace,
    retirePlace,
    mergePlace,
    verifyPlace,
    listPlaceChanges,
    restorePlace,
    listWork,
    settleConfirmations,
    listChanges,
    importRows,
    exportPlacesXlsx,
  },
  { guards },
);
