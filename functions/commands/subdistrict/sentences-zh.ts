/** Every sentence of the command `subdistrict` in Chinese; the English ones have the same keys and values. */
export const sentencesZh = {
  usage: () => `npm run subdistrict -- 边界.geojson --code 310109016 --name 凉城新村街道 --district 虹口区
  --code 九位数字         统计用区划代码的前九位
  --name, --district      名称、所在区；文件里有同名属性时可省
  --name-en 名称          英文名，默认用拼音
  --crs wgs84|gcj02|bd09  边界的坐标系，默认 wgs84
  --outline-attribution, --licence, --attribution   边界与导出数据的署名和许可
  --lang zh|en            提示的语言
npm run subdistrict       列出已有的街道`,
  noSuchFile: (file: string) => `找不到文件 ${file}。`,
  brokenJson: (file: string) => `${file} 不是有效的 JSON。`,
  notGeojson: (file: string) => `${file} 不是边界的 GeoJSON：需要一个多边形，或一组多边形。`,
  noFeature: (file: string) => `${file} 里没有要素。`,
  notOneFeature: (file: string, count: number, code: string) =>
    `${file} 里有 ${count} 个要素，需要恰好一个写着代码 ${code}。`,
  badOutline: (file: string, where: string) =>
    `${file} 的 ${where} 处不对：边界是闭合的环，每个环四到两千个点（更细的请先简化），每个点写成 [经度, 纬度]。`,
  openRing: (file: string, first: string, last: string) =>
    `${file} 里有一个环没有闭合：从 ${first} 开始，到 ${last} 结束。`,
  outsideChina: (file: string, position: string) =>
    `${file} 里的 ${position} 不在中国境内，是不是经度和纬度写反了？`,
  badOption: (option: string) => `${option} 没有写，或写得不对。`,
  tooLarge: (name: string, kilobytes: number, most: number) =>
    `${name}的边界太细，有 ${kilobytes} kB，最多 ${most} kB：请先简化边界。`,
  saved: (name: string, nameEn: string, code: string, vertices: number) =>
    `已存入 ${code} ${name}（${nameEn}），边界有 ${vertices} 个点。`,
};

export type SubdistrictSentences = typeof sentencesZh;
