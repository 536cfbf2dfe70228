import { placeRoutes } from '../../shared/api/place-routes.ts';
import { defineFunction } from '../runtime/define-function.ts';
import { shareAccessToken } from '../runtime/wechat/with-access-token.ts';
import { guards } from '../store/guards.ts';
import { tokenStore } from '../store/wechat-token.ts';
import { confirmPlace } from './confirm-place.ts';
import { createPlace } from './create-place.ts';
import { exportPlacesXlsx } from './export-places-xlsx.ts';
import { acceptHandOver, offerHandOver } from './hand-over.ts';
import { importRows } from './import-rows.ts';
import { leaveMap } from './leave-map.ts';
import { listChanges, listPlaceChanges } from './list-changes.ts';
import { getMyPlace, listMyPlaces } from './list-my-places.ts';
import { getPlaceRecord, listPlaceRecords } from './list-place-records.ts';
import { listWork } from './list-work.ts';
import { mergePlace } from './merge-place.ts';
import { confirmMyPlace, pauseMyPlace, resumeMyPlace } from './pause-my-place.ts';
import { restorePlace } from './restore-place.ts';
import { retirePlace } from './retire-place.ts';
import { resumePlace, suspendPlace } from './suspend-place.ts';
import { updateMyPlace } from './update-my-place.ts';
import { updatePlace } from './update-place.ts';
import { settleConfirmations, verifyPlace } from './verify-place.ts';

shareAccessToken(tokenStore);

/** The writing side of places. */
export const handler = defineFunction(
  placeRoutes,
  {
    listMyPlaces,
    getMyPlace,
    updateMyPlace,
    pauseMyPlace,
    resumeMyPlace,
    confirmMyPlace,
    leaveMap,
    offerHandOver,
    acceptHandOver,
    confirmPlace,
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
