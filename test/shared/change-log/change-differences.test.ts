import { describe, expect, it } from 'vitest';
import { changeDifferences } from '../../../shared/change-log/change-differences.ts';
import { Place } from '../../../shared/place/place.ts';
import { Registration } from '../../../shared/registration/registration.ts';
import { samplePlace } from '../../support/sample-place.ts';

const fieldsOf = (...given: Parameters<typeof changeDifferences>) =>
  changeDifferences(...given).map(({ field }) => field);

describe('what a change log shows', () => {
  it('names what differs, before and after, whatever the order of its parts', () => {
    const before = samplePlace({ access: { entrance: '东门', ebikeParking: '门前' } });
    const after = { ...before, name: '新名', access: { ebikeParking: '门前', entrance: '东门' } };
    expect(changeDifferences('place', before, after)).toEqual([
      { field: 'name', before: before.name, after: '新名' },
    ]);
  });

  it('leaves out what changes at every writing, keys of search, and numbers nobody reads', () => {
    const before = samplePlace();
    const after = {
      ...before,
      version: 2,
      updatedAt: '2026-11-20T00:00:00.000Z',
      searchKey: 'x',
      markerId: 9,
    };
    expect(changeDifferences('place', before, after)).toEqual([]);
  });

  it('tells that a place has an owner, never who, and never its licence', () => {
    const before = samplePlace();
    const after = { ...before, owner: '01ARZ3NDEKTSV4RRFFQ69G5FAV', licenceCode: '91310105MA1FW00002' };
    expect(changeDifferences('place', before, after)).toEqual([{ field: 'hasOwner', after: true }]);
  });

  it('shows of a registration neither the contact nor who filed, holds or decided it', () => {
    const after = {
      state: 'approved',
      applicant: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
      contact: { encrypted: 'secret', phoneMasked: '138****5678' },
      claimedBy: { person: '01ARZ3NDEKTSV4RRFFQ69G5FAV', at: '2026-11-20T00:00:00.000Z' },
      decision: { outcome: 'approved', reason: '齐全', by: '01ARZ3NDEKTSV4RRFFQ69G5FAV' },
      application: {
        name: '鼎福记',
        note: '只给审核员',
        invitationCode: 'A1',
        licenceCode: '91310105MA1FW00002',
      },
    };
    const shown = changeDifferences('registration', { state: 'submitted' }, after);
    expect(shown).toEqual([
      { field: 'state', before: 'submitted', after: 'approved' },
      { field: 'name', after: '鼎福记' },
      { field: 'decision', after: 'approved' },
      { field: 'decisionReason', after: '齐全' },
    ]);
  });

  it('shows of a grant what it gives, and of settings what they say', () => {
    const grant = {
      id: '1',
      person: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
      role: 'reviewer',
      subdistrict: '310105001',
      grids: ['A'],
    };
    expect(fieldsOf('grant', undefined, grant)).toEqual(['role', 'subdistrict', 'grids']);
    const templates = [{ outcome: 'rejected', title: '不属实', text: '…' }];
    expect(changeDifferences('settings', { templates: [], version: 1 }, { templates, version: 2 })).toEqual([
      { field: 'templates', before: [], after: templates },
    ]);
  });

  it('shows the distances of a subdistrict as they stand', () => {
    const standard = (meters: number) => ({ class: 'canteen', reach: { meters }, source: 'subdistrict' });
    const [before, after] = [{ standards: [standard(500)] }, { standards: [standard(800)] }];
    expect(changeDifferences('settings', before, after)).toEqual([
      { field: 'standards', before: [standard(500)], after: [standard(800)] },
    ]);
  });

  it('counts areas and their people instead of naming them, with each source once', () => {
    const area = (code: string, residents: number) => ({
      code,
      name: `第${code}居民区`,
      people: { residents },
      source: '街道 2026-01-01',
      peopleSource: '普查 2020-11-01',
    });
    const [before, after] = [[area('1', 300)], [area('1', 300), area('2', 450)]];
    const sources = ['普查 2020-11-01', '街道 2026-01-01'];
    expect(changeDifferences('settings', { neighbourhoods: before }, { neighbourhoods: after })).toEqual([
      {
        field: 'neighbourhoods',
        before: { count: 1, people: { residents: 300 }, sources },
        after: { count: 2, people: { residents: 750 }, sources },
      },
    ]);
    const grid = { code: 'A', name: '甲', people: {}, source: '街道 2026-01-01' };
    expect(changeDifferences('settings', undefined, { grids: [grid] })).toEqual([
      { field: 'grids', after: { count: 1, people: {}, sources: ['街道 2026-01-01'] } },
    ]);
  });

  it('shows how many buildings there were and are, and no source where none is left', () => {
    const buildings = { count: 2, people: { residents: 1000, riders: 3 }, source: '街道 2026-01-01' };
    const none = { count: 0, people: {} };
    expect(changeDifferences('settings', { buildings }, { buildings: none })).toEqual([
      {
        field: 'buildings',
        before: { count: 2, people: buildings.people, sources: [buildings.source] },
        after: { count: 0, people: {}, sources: [] },
      },
    ]);
  });

  it('shows no field of a place or a registration that nobody has listed', () => {
    const everything = (shape: object) =>
      Object.fromEntries(Object.keys(shape).map((field) => [field, { 'any-value': field }]));
    const ofPlace = fieldsOf('place', undefined, everything(Place.shape));
    for (const field of ['owner', 'licenceCode', 'searchKey', 'riderSigns', 'markerId'])
      expect(ofPlace).not.toContain(field);
    const ofRegistration = fieldsOf('registration', undefined, everything(Registration.shape));
    for (const field of ['applicant', 'contact', 'claimedBy', 'checks'])
      expect(ofRegistration).not.toContain(field);
  });
});
