import { monotonicFactory } from 'ulid';
import { PLEDGE } from '../../shared/registration/pledge.ts';
import type { Registration } from '../../shared/registration/registration.ts';
import { EVERY_DAY } from './sample-place.ts';

const nextId = monotonicFactory();

/** A complete application of a new shop in 华阳路街道 that waits for its review, except for what is said otherwise. */
export const sampleRegistration = (given: Partial<Registration> = {}): Registration => ({
  id: nextId(),
  kind: 'new',
  state: 'submitted',
  applicant: '01JD0000000000000000APP001',
  subdistrict: '310105001',
  application: {
    name: '宜德饭堂',
    category: 'restaurant',
    licenceCode: '91310105MA1FW00002',
    position: { crs: 'gcj02', position: [121.42, 31.22] },
    address: '定西路 1 号',
    schedule: EVERY_DAY,
    amenities: [{ code: 'seats', state: 'working' }],
    publicPhone: '021-52345678',
    consent: { version: PLEDGE.version, acceptedAt: '2026-11-20T02:00:00.000Z' },
  },
  contact: { encrypted: '1.x', nameMasked: '王*', phoneMasked: '138****5678' },
  checks: { text: 'pass', photos: 'pass', licence: 'valid' },
  submittedAt: '2026-11-20T03:00:00.000Z',
  dueOn: '2026-11-27',
  illustrative: false,
  createdAt: '2026-11-20T01:00:00.000Z',
  updatedAt: '2026-11-20T03:00:00.000Z',
  version: 3,
  ...given,
});
