import { createClient } from '../../../shared/api/client.ts';
import { patientFetch } from '../../patient-fetch.ts';

/** The API client of the page. */
export const client = createClient(patientFetch);
