import { createPageAddress } from '../../address/page-address.ts';
import { readUrlState, writeUrlState } from './url-state.ts';

/** Where one is in the page, as its address says. */
export const { url, narrow, open, close } = createPageAddress(readUrlState, writeUrlState);
