const kilometers = (meters: number): string => `${(meters / 1000).toFixed(1)} 公里`;
const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Why ways of a kind are not walked, by the code of the rule. */
const LEFT_OUT: Record<string, string> = {
  not_there: '未建成、已废弃或不供行人使用',
  foot_forbidden: '禁止步行，或另画了人行道',
  closed: '不对公众开放',
  motorway: '高速、高架路',
  motorroad: '机动车专用路',
  trunk: '没有人行道的快速路',
  no_pavement_in_tunnel: '没有人行道的隧道',
  no_pavement_on_bridge: '没有人行道的桥',
  unknown: '不认识的类型',
};

/** Every sentence of the command `network` in Chinese; the English ones have the same keys and values. */
export const sentencesZh = {
  usage: () => `npm run network -- 文件.osm.pbf --subdistrict 九位代码
  文件                OpenStreetMap 的 .osm、.osm.gz 或 .osm.pbf
  --margin 米         边界以外也读取的范围，默认 1500，最多 5000
  --date 年-月-日     数据日期；文件自己写明时可省
  --source, --licence, --attribution   来源、许可、署名，默认为 OpenStreetMap
  --illustrative      只是示例路网，页面上会写明
  --dry-run           只读取和核对，不存入
  --lang zh|en        提示的语言`,
  noSuchFile: (file: string) => `找不到文件 ${file}，或它不是普通文件。`,
  cannotOpen: (file: string, code: string) => `打不开文件 ${file}（${code}）。`,
  emptyFile: (file: string) => `${file} 是空的。`,
  fileTooLarge: (megabytes: number, most: number) =>
    `文件有 ${megabytes} MB，最多 ${most} MB：请先截取本市或本区的部分。`,
  otherPacking: (file: string, packing: string, tool: string) =>
    `${file} 是 ${packing} 压缩包，请先用 ${tool} 解开。`,
  notOsm: (file: string) => `${file} 不是 OpenStreetMap 的 XML 或 PBF 文件。`,
  otherRoot: (file: string, root: string) =>
    `${file} 是 XML，但不是 OpenStreetMap 数据（以 <${root}> 开头）：可能下载到了一个网页。`,
  brokenXml: (file: string, line: number) =>
    `${file} 第 ${line} 行起不完整或有误：可能没有下载完，请重新下载。`,
  brokenGzip: (file: string) => `${file} 的压缩包损坏或不完整：可能没有下载完，请重新下载。`,
  brokenPbf: (file: string, block: number) =>
    `${file} 的第 ${block} 个数据块不完整或有误：可能没有下载完，请重新下载。`,
  documentType: (file: string) => `${file} 带有文档类型声明（DOCTYPE），OpenStreetMap 的文件没有，不予读取。`,
  unpackedTooLarge: (file: string, most: number) => `${file} 解压后超过 ${most} GB，不予读取。`,
  unknownFeature: (file: string, feature: string) =>
    `${file} 用到了读不懂的格式（${feature}）：请用 osmium 转成普通的 .osm.pbf。`,
  remark: (file: string) =>
    `${file} 里有服务器的说明（remark）：查询中途停止，数据不全。请缩小范围，重新下载。`,
  badOption: (option: string) => `${option} 没有写，或写得不对。`,
  noSubdistrict: (code: string) => `没有代码为 ${code} 的街道；npm run subdistrict 列出已有的街道。`,
  noDate: (file: string) => `${file} 没有写明数据日期，请用 --date 年-月-日 说明。`,
  tooManyPoints: (most: number) => `这个范围里的点超过 ${most} 个：请用 --margin 缩小范围，或核对街道边界。`,
  noPoints: (file: string) => `${file} 里没有任何点，无从得知路在哪里。`,
  swapped: (name: string) => `${name}没有路：文件的经度和纬度写反了，对调后正好落在这里。`,
  elsewhere: (name: string, meters: number, other: string | undefined) =>
    `${name}没有路：文件是别处的，最近处相距约 ${kilometers(meters)}${other ? `，在${other}` : ''}。请下载包含${name}的数据。`,
  onlyBeside: (name: string) => `${name}的边界以内没有路，只有周围有：文件截取得太小，或是邻近街道的。`,
  noStreets: (name: string) =>
    `${name}的范围里有点，但没有路：文件可能只含建筑或兴趣点，请下载带 highway 的数据。`,
  noWalkedStreets: (name: string) => `${name}的范围里没有一条能步行的路：`,
  tooLarge: (nodes: number, kilobytes: number, most: number) =>
    `路网有 ${nodes} 个路口和端点，压缩后 ${kilobytes} kB，浏览器最多能取 ${most} kB。请用 --margin 缩小范围，例如 --margin 500。`,
  ways: (walked: number) => `能步行的路 ${walked} 条。`,
  leftOut: (code: string, count: number) => `  不走：${LEFT_OUT[code] ?? code}，${count} 条`,
  islands: (count: number, meters: number, longest: number, position: string) =>
    `与其余不相连的 ${count} 小片未计入，共 ${kilometers(meters)}；最长的 ${Math.round(longest)} 米，在 ${position}。`,
  partial: (name: string) => `请留意：文件没有盖住${name}的全部，缺的部分会显示为“未知”。`,
  network: (nodes: number, edges: number, meters: number, kilobytes: number) =>
    `路网：路口和端点 ${nodes} 个，路段 ${edges} 条，共 ${kilometers(meters)}，${kilobytes} kB。`,
  circle: (radius: number, reachable: number, unknown: number, detour: number | undefined, samples: number) =>
    `  ${radius} 米：圆内 ${percent(reachable)} 的面积步行 ${radius} 米以内可达，${percent(unknown)} 附近没有路` +
    `${detour === undefined ? '' : `，绕行系数 ${detour.toFixed(2)}`}（${samples} 个取样点）`,
  circles: () => '圆与路网：',
  dryRun: () => '只核对，没有存入。',
  saved: (name: string, date: string) => `已存入${name}的路网，数据日期 ${date}。`,
};

export type NetworkSentences = typeof sentencesZh;
