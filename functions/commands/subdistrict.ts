import { pinyin } from 'pinyin-pro';
import { DomainError } from '../../shared/api/problem.ts';
import { Crs } from '../../shared/geo/position.ts';
import { Subdistrict } from '../../shared/subdistrict/subdistrict.ts';
import { MOST_SUBDISTRICT_BYTES, saveSubdistrict } from '../store/save-subdistrict.ts';
import { listSubdistricts } from '../store/subdistricts.ts';
import { type CommandIo, lineWriters } from './console/command-io.ts';
import { readCommandLine } from './console/command-line.ts';
import { runReported } from './console/run-reported.ts';
import { readOutline } from './subdistrict/read-outline.ts';
import { sentencesEn } from './subdistrict/sentences-en.ts';
import { type SubdistrictSentences, sentencesZh } from './subdistrict/sentences-zh.ts';

/** What is wrong with a subdistrict, by the option that says it. */
const OPTIONS: Record<string, string> = {
  nameEn: '--name-en',
  outlineAttribution: '--outline-attribution',
};

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
      lang: { type: 'string', default: 'zh' },
      help: { type: 'boolean', default: false },
    });
    const say = values.lang === 'en' ? sentencesEn : sentencesZh;
    const [file] = positionals;
    if (values.help) {
      print(say.usage());
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
    if (!crs.success || values.code === undefined) throw new DomainError('invalid_request', say.usage());
    const { outline, properties } = await readOutline(file, values.code, crs.data, say);
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
      const fields = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
      const wrong = [...fields].map((field) => say.badOption(OPTIONS[field] ?? `--${field}`));
      throw new DomainError('invalid_request', [...wrong, '', say.usage()].join('\n'));
    }
    await save(parsed.data, say);
    const rings = outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat();
    const vertices = rings.reduce((sum, ring) => sum + ring.length, 0);
    const { name: savedName, nameEn, code, district } = parsed.data;
    print(say.saved(`${district}${savedName}`, nameEn, code, vertices));
    return 0;
  });
};

/** The store refuses one thing only, a size; it knows no language. */
const save = async (subdistrict: Subdistrict, say: SubdistrictSentences): Promise<void> => {
  try {
    await saveSubdistrict(subdistrict);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'invalid_request') throw error;
    const kilobytes = Math.ceil(Buffer.byteLength(JSON.stringify(subdistrict)) / 1000);
    throw new DomainError(
      'invalid_request',
      say.tooLarge(subdistrict.name, kilobytes, MOST_SUBDISTRICT_BYTES / 1000),
    );
  }
};

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** 华阳路街道 as `Huayanglu Subdistrict`: readable until someone gives the English name. */
const nameInPinyin = (name: string): string => {
  const spoken = pinyin(name.replace(/街道$/, ''), { toneType: 'none', type: 'array' }).join('');
  return `${spoken.charAt(0).toUpperCase()}${spoken.slice(1)} Subdistrict`;
};
