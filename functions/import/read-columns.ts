import { PLACE_COLUMNS, type PlaceColumn } from '../../shared/place/place-columns.ts';
import type { Finding } from './finding.ts';
import type { Sentences } from './sentences-zh.ts';
import type { SheetRow } from './sheet.ts';

/** Where a field stands; `coordinates` holds both numbers, `subdistrict` is compared, `ignored` is known to be of no use. */
export type InputColumn = PlaceColumn | 'coordinates' | 'subdistrict' | 'ignored';

/** Other names of the columns, separated by spaces. */
const SYNONYMS: Partial<Record<InputColumn, string>> = {
  id: '系统编号 place_id placeid',
  name: '站点名称 商户名称 设施名称 地点名称 场所名称 点位名称 店名 站名 title',
  nameEn: '英文名称 englishname name:en name_en',
  aliases: '别称 曾用名 俗称 alias alt_name',
  kind: '大类 种类 type 站点类型 点位类型',
  category: '小类 分类 子类 类目 细类',
  tier: '等级 级别 站点层级 level',
  address: '详细地址 所在地址 地点 位置描述 addr',
  lng: '东经 longitude lon 经度x x',
  lat: '北纬 latitude 纬度y y',
  coordinates: '坐标 经纬度 位置 location coordinate lnglat',
  crs: '坐标系统 坐标类型 coordsys',
  accuracyMeters: '精度 定位精度 accuracy accuracy_m',
  openingHours: '营业时间 开放时段 服务时间 开门时间 时间 opening_hours hours',
  services: '服务项目 服务内容 提供服务',
  amenities: '配套设施 设施设备 设备 配套 服务设施 amenity',
  entrance: '进门方式 怎么进 出入口 入口说明 access',
  ebikeParking: '停车 停车说明 电动车停车 非机动车停放 parking',
  whoMayEnter: '服务对象 开放对象 面向人群',
  maxStayMinutes: '停留时限 最长停留 可停留分钟',
  phone: '联系电话 联系方式 手机 tel telephone',
  website: '官网 网站 url',
  pledge: '承诺内容 公约',
  state: '发布状态 status',
  suspensionReason: '停用原因 关闭原因',
  suspendedUntil: '恢复时间 恢复开放时间',
  verifiedAt: '核实日期 最近核实 verified',
  verifiedBy: '核实人',
  illustrative: '示例 是否示例',
  source: '数据来源 出处',
  externalId: '原编号 外部编号 来源id sourceid external_id osm',
  licence: '许可协议 license',
  attribution: '版权 署名方式',
  sourceNote: '备注说明 来源备注 basis',
  subdistrict: '街道 所属街道 街道代码',
  ignored: '序号 no 行号 排序',
};

const folded = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}:]+/gu, '');

/** The names of the system come first: of two equally near ones, that is the one to suggest. */
const KNOWN = new Map<string, InputColumn>([
  ...(Object.keys(PLACE_COLUMNS) as PlaceColumn[]).flatMap((column) =>
    Object.values(PLACE_COLUMNS[column].words).map((name) => [folded(name), column] as const),
  ),
  ...(Object.entries(SYNONYMS) as [InputColumn, string][]).flatMap(([column, names]) =>
    names.split(' ').map((name) => [folded(name), column] as const),
  ),
]);

/** No name of a column is this long; titles and explanations are. */
const MOST_CHARACTERS = 200;

/** The column a header names: whole, without what stands in parentheses, or either half of a bilingual one. */
export const readColumnName = (name: string): InputColumn | undefined => {
  if (name.length > MOST_CHARACTERS) return undefined;
  const whole = name.normalize('NFKC');
  const candidates = [whole, whole.replace(/\(.*?\)/g, ''), ...whole.split(/[\s/|(]+/)];
  return candidates.map((part) => KNOWN.get(folded(part))).find((column) => column !== undefined);
};

/**
 * The columns of a header. Two of one name, a name within a slip of a known one and a missing required
 * column are errors; another unknown name is a warning, its cells are not read.
 */
export const readColumns = (
  { line, cells }: SheetRow,
  say: Sentences,
): { columns: (InputColumn | undefined)[]; findings: Finding[] } => {
  const findings: Finding[] = [];
  const strangers: string[] = [];
  const columns = cells.map(readColumnName);
  for (const [index, name] of cells.entries()) {
    const column = columns[index];
    if (column !== undefined && column !== 'ignored') {
      const first = columns.indexOf(column);
      if (first < index)
        findings.push({ severity: 'error', line, column: name, reason: say.columnTwice(cells[first] ?? '') });
    } else if (column === undefined && name.trim() !== '') {
      const near = name.length > MOST_CHARACTERS ? undefined : nearestName(name);
      if (!near) {
        strangers.push(name.length > MOST_CHARACTERS ? `${name.slice(0, MOST_CHARACTERS)}…` : name);
        continue;
      }
      const severity = near.isSlip ? 'error' : 'warning';
      findings.push({
        severity,
        line,
        column: name,
        reason: say.unknownColumn(near.name, near.isSlip),
      });
    }
  }
  // A map's export has dozens of them: one finding names them all.
  if (strangers.length > 0) {
    findings.push({ severity: 'warning', line, reason: say.strangeColumns(strangers.join(', ')) });
  }
  const has = (column: InputColumn) => columns.includes(column);
  const missing: PlaceColumn[] = [];
  if (!has('name')) missing.push('name');
  if (!has('category') && !has('kind')) missing.push('category');
  if (!has('coordinates') && !has('lng')) missing.push('lng');
  if (!has('coordinates') && !has('lat')) missing.push('lat');
  for (const column of missing) {
    const { zh, en } = PLACE_COLUMNS[column].words;
    findings.push({ severity: 'error', line, column: zh, reason: say.missingColumn(zh, en) });
  }
  return { columns, findings };
};

const nearestName = (name: string): { name: string; isSlip: boolean } | undefined => {
  const text = folded(name);
  const [nearest] = [...KNOWN.keys()]
    .map((known) => ({ name: known, edits: editDistance(text, known) }))
    .sort((a, b) => a.edits - b.edits);
  if (!nearest || nearest.edits > Math.max(1, Math.floor(text.length / 2))) return undefined;
  const isSlip = nearest.edits <= (text.length >= 8 ? 2 : 1) && text.length >= 3;
  return { name: nearest.name, isSlip };
};

/** Characters to insert, delete or replace to make one word of the other. */
const editDistance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};
