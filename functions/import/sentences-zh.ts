import type { Crs } from '../../shared/geo/position.ts';
import { CATEGORY_WORDS, KIND_WORDS } from '../../shared/labels/place-words.ts';
import type { Category, Kind } from '../../shared/place/kind.ts';
import type { Language } from '../../shared/place/place-columns.ts';

const CRS_NAMES: Record<Crs, string> = {
  wgs84: 'WGS-84',
  gcj02: 'GCJ-02（高德、腾讯）',
  bd09: 'BD-09（百度）',
};

const length = (meters: number): string =>
  meters < 3000 ? `${Math.round(meters)} 米` : `约 ${Math.round(meters / 1000)} 公里`;

/** Every sentence of the import in Chinese; the English ones have the same keys and values. */
export const sentencesZh = {
  language: 'zh' as Language,
  words: {
    category: '类别',
    kind: '类型',
    tier: '层级',
    state: '状态',
    verifiedBy: '核实方式',
    crs: '坐标系',
    line: '行',
    column: '列',
    value: '内容',
    reason: '原因',
    severity: '性质',
    error: '有误',
    warning: '请留意',
    duplicate: '疑似重复',
  },
  usage: () => `npm run import -- 文件 --subdistrict 九位代码 --crs wgs84|gcj02|bd09
  文件               .csv、.xlsx、.geojson；列名中英文皆可
  --dry-run          只检查，不写入
  --skip-invalid     跳过有误的行
  --source 名称      数据来源
  --illustrative     全部作为示例数据
  --report 文件.csv  保存全部检查结果
  --lang zh|en       报告的语言
npm run import -- --template 文件.csv   存一份空表`,
  // The file
  noSuchFile: (file: string) => `找不到文件 ${file}。`,
  isFolder: (file: string) => `${file} 是文件夹，请给出其中的一个文件。`,
  notAFile: (file: string) => `${file} 不是普通文件（可能是管道或设备），请给出一个文件。`,
  cannotOpen: (file: string, code: string) => `打不开文件 ${file}（${code}）。`,
  cannotSave: (file: string, code: string) => `无法保存到 ${file}（${code}）。`,
  notAReport: (file: string) => `${file} 已存在，又不是以前的检查结果，没有覆盖：请换一个文件名。`,
  emptyFile: () => '文件是空的，没有可以导入的内容。',
  headerOnly: () => '文件只有表头，没有数据行。',
  fileTooLarge: (megabytes: number, most: number) =>
    `文件有 ${megabytes} MB，最多 ${most} MB：请拆成几份，分次导入。`,
  unknownFormat: (extension: string) =>
    `不认识 ${extension || '没有扩展名'} 的文件：请用 .csv、.xlsx 或 .geojson。`,
  oldExcel: () => '这是旧版 Excel（.xls）文件：请另存为 .xlsx 或 CSV 再导入。',
  otherFormat: (extension: string, found: string) =>
    `扩展名是 ${extension}，内容却是 ${found}：按 ${found} 读取。`,
  notAWorkbook: () => '这不是能读的 Excel 文件（.xlsx）：可能没有保存完整，或设了密码。',
  workbookTooLarge: (most: number) => `这个 Excel 文件解压后超过 ${most} MB，不像一张点位表，没有读取。`,
  workbookUnusual: () => '这个 Excel 文件里有异常长的片段，不像一张点位表，没有读取。',
  sheetTooFar: (address: string) =>
    `表格一直伸到 ${address}，不像一张点位表，没有读取：请删去远处的单元格，或只把表格复制到新文件。`,
  tooManyMerged: (most: number) => `合并单元格超过 ${most} 处，或互相重叠，没有读取：请取消合并再导入。`,
  tooManyColumns: (found: number, most: number) => `表头有 ${found} 列，最多 ${most} 列。`,
  mergedCells: (count: number) => `表里有 ${count} 处合并单元格：竖着合并的，每一行都按同一个值读取。`,
  formulasWithoutValue: (cells: string, count: number) =>
    `有 ${count} 个公式没有算出结果（${cells}），按空白读取：请在 Excel 里打开、保存后再导入。`,
  brokenCsv: (line: number) => `第 ${line} 行附近的引号没有配对，后面的内容无法分列。`,
  brokenJson: (message: string) => `这不是有效的 JSON：${message}。`,
  notGeojson: () => '这不是 GeoJSON：需要 FeatureCollection，里面是 Point。',
  notAPoint: (feature: number, type: string) => `第 ${feature} 个要素不是 Point，而是 ${type}：只能导入点。`,
  encoding: (encoding: string) => `文件的编码是 ${encoding.toUpperCase()}。`,
  noHeader: () => '没有找到表头：第一行应是列名，如“名称、类别、地址、经度、纬度”。',
  // Columns
  columnTwice: (first: string) => `这一列与“${first}”是同一项内容，只能留一列`,
  unknownColumn: (near: string, isSlip: boolean) =>
    isSlip ? `没有这一列，是不是“${near}”？请改列名` : `没有这一列，内容不会导入（最接近的是“${near}”）`,
  strangeColumns: (names: string) => `这些列不会导入：${names}`,
  missingColumn: (zh: string, en: string) => `缺少必需的一列“${zh}”（${en}）`,
  // Cells
  required: () => '不能为空',
  categoryRequired: () => '不能为空：写类别，如“暖新巢”“便利店”“公共卫生间”',
  tooLong: (length: number, most: number) => `有 ${length} 个字，最多 ${most} 个`,
  tooLarge: (most: number) => `超过了 ${most}`,
  tooMany: (count: number, most: number) => `有 ${count} 项，最多 ${most} 项`,
  notANumberBetween: (least: number, most: number) => `要写 ${least} 到 ${most} 之间的数`,
  unknownWord: (what: string) => `不认识的${what}`,
  unknownAmenity: (name: string) => `不认识的设施“${name}”`,
  notAPlaceId: () => '不是系统的编号：新地点请留空',
  notAWebsite: () => '网址要以 http:// 或 https:// 开头',
  notYesOrNo: () => '请写“是”或“否”',
  notStorable: () => '这一格的内容不合要求，存不下',
  hiddenCharacters: () => '含有看不见的控制字符：请删去后重新输入',
  piledMarks: () => '有的字上叠了太多符号：请删去后重新输入',
  notAMoment: () => '请写日期，如 2026-11-20 或 2026-11-20 14:30',
  formula: () => '这是公式：请粘贴为数值',
  serviceWithoutName: () => '服务要有名称：名称 | 时间 | 类别 | 需预约 | 备注',
  refusedHours: (why: string, rest: string) => `${why}${rest === '' ? '' : `：“${rest}”`}`,
  ragged: (found: number, expected: number) =>
    `这一行有 ${found} 格，表头只有 ${expected} 列：可能多了一个分隔符`,
  otherSubdistrict: (name: string, code: string) => `这次导入的是${name}（${code}）`,
  kindAndCategory: (kind: Kind, category: Category) =>
    `“${CATEGORY_WORDS[category].zh}”不属于“${KIND_WORDS[kind].zh}”`,
  tierOfOther: () => '只有暖新巢有层级，其他类别请留空',
  suspendedWithoutReason: () => '暂停开放的地点要写“暂停原因”',
  // Positions
  notTwoNumbers: () => '坐标要写成“经度,纬度”，如 121.4122,31.2207',
  notDegrees: () => '要写十进制的度数，如 121.4122',
  swapped: (lng: number, lat: number) => `经度和纬度写反了：应是经度 ${lng}、纬度 ${lat}`,
  outsideChina: () => '位置不在中国境内',
  outside: (name: string, meters: number, host: string | undefined, fits: readonly Crs[]) =>
    `在${name}界外 ${length(meters)}${host === undefined ? '' : `，落在${host}`}${
      fits.length === 0 ? '' : `；若坐标其实是 ${fits.map((crs) => CRS_NAMES[crs]).join('或 ')}，就在界内`
    }`,
  likelyCrs: ({ rows, outside, crs }: { rows: number; outside: number; crs: Crs }) =>
    `${outside} 个点在界外，其中 ${rows} 个按 ${CRS_NAMES[crs]} 读就在界内：坐标系很可能不对，请改用 --crs ${crs} 再试。`,
  // Rows beside other rows
  sameAsLine: (line: number, byId: boolean) =>
    byId
      ? `与第 ${line} 行的编号相同，只能留一行`
      : `与第 ${line} 行的类型、名称、地址都相同：删去一行，或用“来源编号”区分`,
  samePlaceAsLine: (line: number) => `与第 ${line} 行说的是同一个地点，只能留一行`,
  likeLine: (line: number, name: string, meters: number) =>
    `与第 ${line} 行“${name}”相距 ${meters} 米，名称相近`,
  likePlace: (name: string, id: string, meters: number) =>
    `与已有的“${name}”（${id}）相距 ${meters} 米，名称相近`,
  ofOtherSubdistrict: (code: string) => `这个地点属于街道 ${code}，不能从这里修改`,
  ofOtherGrid: (grid: string) => `这个地点属于网格 ${grid}，不在您负责的网格里`,
  owned: () => '这个地点有店主：请在地点页面里撤下，店主会收到通知',
  retired: () => '这个地点已撤下，不能恢复：请作为新地点填写',
  // The run
  unknownSubdistrict: (code: string, known: string) =>
    `没有街道 ${code}。已有：${known || '（无）'}。添加一个：npm run subdistrict -- 边界.geojson --code ${code} --name 名称 --district 区`,
  reading: (file: string) => `正在检查 ${file} …`,
  checked: (rows: number, wrong: number, seconds: string) =>
    `检查了 ${rows} 行，${wrong} 行有误，用时 ${seconds} 秒。`,
  more: (count: number, of: string) => `… 还有 ${count} 条${of}，用 --report 文件.csv 保存全部。`,
  count: (count: number, of: string) => `${of} ${count} 条：`,
  reportSaved: (file: string, count: number) => `${count} 条已存入 ${file}。`,
  nothingWritten: () => '没有写入任何内容。改好后再试，或用 --skip-invalid 只导入没有错误的行。',
  plan: (created: number, updated: number, unchanged: number, refused: number) =>
    `新增 ${created}，更新 ${updated}，不变 ${unchanged}，跳过 ${refused}。`,
  dryRun: () => '这是试运行，没有写入任何内容。',
  progress: (done: number, total: number, rate: number) => `已写入 ${done} / ${total}（每秒 ${rate} 行）`,
  written: (rows: number, seconds: string, rate: number) =>
    `写入 ${rows} 行，用时 ${seconds} 秒（每秒 ${rate} 行）。`,
  refusedLate: (count: number) => `检查之后，表里的内容有了变化：有 ${count} 行没有写入，其余的都已写入。`,
  interrupted: (why: string) => `写入中断：${why}。已写入的都保留，再运行一次同样的命令就会接着写。`,
  historyReason: (file: string) => `导入 ${file}`,
  templateSaved: (file: string) => `模板已存入 ${file}：第二行是示例，填写前请删去。`,
  fileExists: (file: string) => `${file} 已存在，没有覆盖。`,
};

export type Sentences = typeof sentencesZh;
