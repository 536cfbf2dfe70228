import { pinyin } from 'pinyin-pro';
import { DomainError } from '../../shared/api/problem.ts';
import { Crs } from '../../shared/geo/position.ts';
import { Subdistrict } from '../../shared/subdistrict/subdistrict.ts';
import { saveSubdistrict } from '../store/save-subdistrict.ts';
import { listSubdistricts } from '../store/subdistricts.ts';
import { type CommandIo, lineWriters } from './console/command-io.ts';
import { readCommandLine } from './console/command-line.ts';
import { runReported } from './console/run-reported.ts';
import { readOutline } from './subdistrict/read-outline.ts';

const USAGE = `npm run subdistrict -- OUTLINE.geojson --code 310109016 --name 凉城新村街道 --district 虹口区
  --code NINE_DIGITS      统计用区划代码的前九位 (statistical code)
  --name, --district      名称、所在区；文件里有同名属性时可省 (may stand in the file's properties)
  --name-en NAME          英文名 (English name; pinyin by default)
  --crs wgs84|gcj02|bd09  边界的坐标系，默认 wgs84 (of the outline)
  --outline-attribution, --licence, --attribution   边界与导出数据的署名和许可
npm run subdistrict      列出已有的街道 (list what there is)`;

/** `npm run subdistrict -- OUTLINE.geojson --code CODE …`: adds a subdistrict or redraws one. Answers the exit code. */
export const run = (args: string[], io: CommandIo): Promise<number> => {
  const { print, complain } = lineWriters(io);
  return runReported(complain, async () => {
    const { values, positionals } = readCommandLine(args, {
      code: { type: 'string' },
      name: { type: 'string' },
      'name-en': { type: 'string' },
      district: { type: 'string' },
      crs: { type: 'string', default: 'wgs84' },
      'outline-attribution': { type: 'string' },
      licence: { type: 'string' },
      attribution: { type: 'string' },
      help: { type: 'boolean', default: false },
    });
    const [file] = positionals;
    if (values.help) {
      print(USAGE);
      return 0;
    }
    if (file === undefined) {
      for (const { subdistrict, counts } of await listSubdistricts()) {
        const total = counts.station + counts.merchant + counts.facility;
        print(`${subdistrict.code}  ${subdistrict.district}${subdistrict.name}  ${total}`);
      }
      return 0;
    }
    const crs = Crs.safeParse(values.crs);
    if (!crs.success || values.code === undefined) throw new DomainError('invalid_request', USAGE);
    const { outline, properties } = await readOutline(file, values.code, crs.data);
    const name = values.name ?? textOf(properties.name);
    const parsed = Subdistrict.safeParse({
      code: values.code,
      name,
      nameEn: values['name-en'] ?? textOf(properties.nameEn) ?? nameInPinyin(name ?? ''),
      district: values.district ?? textOf(properties.district),
      outline,
      outlineAttribution:
        values['outline-attribution'] ?? textOf(properties.attribution) ?? textOf(properties.licence) ?? name,
      licence: values.licence,
      attribution: values.attribution ?? name,
    });
    if (!parsed.success) {
      const wrong = parsed.error.issues
        .map(({ path, message }) => `${path.join('.')}: ${message}`)
        .join('; ');
      throw new DomainError('invalid_request', `${wrong}\n\n${USAGE}`);
    }
    await saveSubdistrict(parsed.data);
    const rings = outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat();
    const vertices = rings.reduce((sum, ring) => sum + ring.length, 0);
    print(
      `${parsed.data.code} ${parsed.data.district}${parsed.data.name} (${parsed.data.nameEn}): ${vertices}`,
    );
    return 0;
  });
};

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** 华阳路街道 as `Huayanglu Subdistrict`: readable until someone gives the English name. */
const nameInPinyin = (name: string): string => {
  const spoken = pinyin(name.replace(/街道$/, ''), { toneType: 'none', type: 'array' }).join('');
  return `${spoken.charAt(0).toUpperCase()}${spoken.slice(1)} Subdistrict`;
};
