import { writeFile } from 'node:fs/promises';
import { DomainError } from '../../../shared/api/problem.ts';
import { csvLine } from '../../../shared/place/csv.ts';
import { PLACE_COLUMNS, type PlaceColumn } from '../../../shared/place/place-columns.ts';
import type { Sentences } from '../../import/sentences-zh.ts';
import { codeOf } from '../console/error-code.ts';

/** What someone fills in by hand; the rest of the columns can be added and are understood too. */
const EXAMPLE: Partial<Record<PlaceColumn, string>> = {
  name: '武夷路微驿站（示例）',
  category: '暖新巢',
  tier: '微驿站',
  address: '武夷路（示例）',
  lng: '121.4196',
  lat: '31.2153',
  accuracyMeters: '300',
  openingHours: 'Mo-Fr 09:00-11:30,13:00-18:00; Sa-Su 10:00-16:00; PH off',
  services: '健康咨询 | Tu 14:00-16:00 | 卫生站 | 需预约 | 请带社保卡',
  amenities: '饮用水、座位、微波炉(报修)、手机充电',
  entrance: '从武夷路侧门进，上二楼',
  ebikeParking: '门前非机动车位',
  whoMayEnter: '户外工作者都可以',
  maxStayMinutes: '60',
  phone: '',
  illustrative: '是',
  externalId: 'W-001',
  sourceNote: '示例，填写前请删去这一行',
};

/** Writes an empty table with one example row: UTF-8 with a mark, which Excel needs to read Chinese. */
export const writeTemplate = async (file: string, say: Sentences): Promise<string> => {
  const columns = Object.keys(EXAMPLE) as PlaceColumn[];
  const header = columns.map((column) => PLACE_COLUMNS[column].words[say.language]);
  const text = `\ufeff${csvLine(header)}${csvLine(columns.map((column) => EXAMPLE[column] ?? ''))}`;
  try {
    await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new DomainError('conflict', say.fileExists(file));
    throw new DomainError('invalid_request', say.cannotSave(file, codeOf(error)));
  }
  return say.templateSaved(file);
};
