import { createPageAddress } from '../../address/page-address.ts';
import { readUrlState, writeUrlState } from './url-state.ts';

/** What is asked and looked at, as the address of the page says. */
export const { url, narrow, open, linkTo } = createPageAddress(readUrlState, writeUrlState);
