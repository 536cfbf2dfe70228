import { access } from 'node:fs/promises';
import type { Subdistrict } from '../../../shared/subdistrict/subdistrict.ts';
import { findNetwork, saveNetwork } from '../../store/networks.ts';
import { makeNetwork } from '../network/make-network.ts';
import { sentencesZh } from '../network/sentences-zh.ts';

/** Whatever streets a seed brings, they are an example until an operator loads real ones. */
const FROM = {
  source: '暖新地图演示数据：道路取自示意底图，小路用规则画出，不是实际街道',
  licence: 'ODbL-1.0',
  attribution: '© OpenStreetMap contributors',
  illustrative: true,
  date: undefined,
};

/**
 * Stores the streets of a file of OpenStreetMap as the command `network` does. A network that is there already stays as
 * it is; a folder without such a file has none.
 */
export const seedNetwork = async (file: string, subdistrict: Subdistrict, savedAt: string): Promise<void> => {
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (!isThere || (await findNetwork(subdistrict.code))) return;
  const { packed, facts } = await makeNetwork(
    { file, subdistrict, known: [subdistrict], marginMeters: 1500, from: FROM },
    sentencesZh,
  );
  await saveNetwork(subdistrict.code, packed, { ...facts, savedAt });
};
