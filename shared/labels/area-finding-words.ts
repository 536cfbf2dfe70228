import type { AreaFindingCode } from '../area/area-finding.ts';
import type { WordsOf } from './words.ts';

/** What an import of areas or people found; `{name}` stands for a value of the finding. */
export const AREA_FINDING_WORDS: WordsOf<AreaFindingCode> = {
  no_areas: { zh: '没有任何区域', en: 'There are no areas' },
  too_many_areas: { zh: '共有 {areas} 个区域，最多 {most} 个', en: '{areas} areas, at most {most}' },
  not_a_polygon: { zh: '不是面（Polygon 或 MultiPolygon）', en: 'Not a polygon or multipolygon' },
  bad_coordinates: {
    zh: '坐标的写法不对：面由环组成，环由经纬度数字组成',
    en: 'Its coordinates are not written as GeoJSON wants them: rings of pairs of numbers',
  },
  bad_position: {
    zh: '坐标不对：{position}（经度在前、纬度在后）',
    en: 'Not a position: {position} (longitude first)',
  },
  not_degrees: {
    zh: '坐标 {position} 不是经纬度，像是平面坐标（米），请先换算成经纬度',
    en: 'The coordinates {position} are no degrees but look like metres of a plane; convert them first',
  },
  missing_code: { zh: '缺少编码', en: 'The code is missing' },
  bad_code: {
    zh: '编码 {code} 不合规：最多 20 个字母、数字或连字符',
    en: 'Code {code}: at most 20 letters, digits or hyphens',
  },
  missing_name: { zh: '缺少名称', en: 'The name is missing' },
  bad_name: {
    zh: '名称最多 40 个字（现有 {characters} 个）',
    en: 'A name has at most 40 characters, not {characters}',
  },
  hidden_characters: { zh: '名称里有看不见的字符', en: 'The name has characters that cannot be seen' },
  code_twice: { zh: '编码 {code} 与第 {other} 个区域重复', en: 'Code {code} is that of feature {other} too' },
  name_twice: { zh: '名称与第 {other} 个区域重复', en: 'The name is that of feature {other} too' },
  too_many_vertices: {
    zh: '共有 {vertices} 个顶点，最多 {most} 个',
    en: '{vertices} vertices, at most {most}',
  },
  area_too_large: {
    zh: '边界简化后仍有 {bytes} 字节，最多 {most}（原有 {vertices} 个顶点）',
    en: 'Even simplified the border takes {bytes} bytes, at most {most} ({vertices} vertices were given)',
  },
  nothing_left: { zh: '修复后什么也没有剩下', en: 'Nothing is left of it once mended' },
  tangled: {
    zh: '边界自相交至少 {crossings} 处，无法修复',
    en: 'The border crosses itself {crossings} times or more and cannot be mended',
  },
  entangled: {
    zh: '各区域的边界彼此相交至少 {crossings} 处：它们相互重叠，没有划分街道',
    en: 'The borders of the areas cross one another {crossings} times or more: they lie over each other and divide nothing',
  },
  outside: {
    zh: '整个区域在街道之外，最远 {meters} 米',
    en: 'All of it lies outside the subdistrict, up to {meters} m',
  },
  all_outside: {
    zh: '全部 {areas} 个区域都在街道之外（最近也有 {meters} 米）：多半是坐标系选错了，现为 {crs}',
    en: 'All {areas} areas lie outside the subdistrict, the nearest by {meters} m: probably the wrong CRS, now {crs}',
  },
  likely_crs: { zh: '坐标系多半是 {likely}，不是 {crs}', en: 'The CRS is probably {likely}, not {crs}' },
  other_crs_declared: { zh: '文件自称坐标系为 {crs}', en: 'The file itself names the CRS {crs}' },
  far_outside: {
    zh: '伸出街道边界 {meters} 米，多半有坐标写错了',
    en: 'Reaches {meters} m beyond the subdistrict: a coordinate is probably wrong',
  },
  partly_outside: { zh: '伸出街道边界 {meters} 米', en: 'Sticks out of the subdistrict by {meters} m' },
  ring_closed: { zh: '边界没有闭合，已闭合', en: 'The border was open and was closed' },
  self_crossing: {
    zh: '边界自相交，已在交点处拆开，地图上是拆开后的形状',
    en: 'The border crossed itself and was divided where it does; the map shows the parts',
  },
  parts_overlap: {
    zh: '各部分或洞互相重叠，已合并',
    en: 'Its parts or holes lay over one another and were joined',
  },
  simplified: {
    zh: '顶点从 {from} 个简化为 {to} 个，偏差不超过 {meters} 米',
    en: 'Simplified from {from} to {to} vertices, off by {meters} m at most',
  },
  sliver_dropped: {
    zh: '去掉了 {squareMeters} 平方米的碎片',
    en: 'A sliver of {squareMeters} m² was left out',
  },
  hole_filled: { zh: '填上了 {squareMeters} 平方米的小洞', en: 'A hole of {squareMeters} m² was filled' },
  snapped: {
    zh: '{corners} 个顶点贴到相邻边界，最多移动 {meters} 米（容差 {tolerance} 米）',
    en: '{corners} corners moved onto a neighbour’s border by up to {meters} m (tolerance {tolerance} m)',
  },
  overlap: { zh: '与「{with}」重叠 {squareMeters} 平方米', en: 'Overlaps {with} by {squareMeters} m²' },
  gap: { zh: '区域之间有 {squareMeters} 平方米的空隙', en: 'A gap of {squareMeters} m² between areas' },
  not_covered: {
    zh: '街道有 {percent} %（{squareMeters} 平方米）不属于任何区域',
    en: '{percent} % of the subdistrict ({squareMeters} m²) belongs to no area',
  },
  people_kept: {
    zh: '{areas} 个区域的人数按编码保留',
    en: 'The people of {areas} areas were kept by their code',
  },
  people_lost: {
    zh: '文件里没有它的编码，它的人数会丢失',
    en: 'The file does not have its code: its people will be gone',
  },
  no_area_column: { zh: '没有编码列，也没有名称列', en: 'There is neither a column of codes nor of names' },
  no_people: { zh: '表里没有任何一个区域的人数', en: 'The table has no number for any area' },
  no_people_column: { zh: '没有任何人数列', en: 'There is no column of people' },
  column_twice: { zh: '列「{column}」重复', en: 'Column {column} is there twice' },
  unknown_column: { zh: '列「{column}」未使用', en: 'Column {column} is not used' },
  unknown_area: { zh: '没有区域「{area}」', en: 'There is no area {area}' },
  code_and_name_differ: {
    zh: '编码 {code} 与名称 {name} 不是同一个区域',
    en: 'Code {code} and name {name} are different areas',
  },
  ambiguous_name: {
    zh: '名称「{area}」不止一个区域，请用编码',
    en: 'More than one area is called {area}; use codes',
  },
  row_twice: { zh: '与第 {other} 行是同一个区域', en: 'Line {other} is the same area' },
  not_a_number: { zh: '「{text}」不是数字', en: '{text} is no number' },
  negative: { zh: '人数不能是负数：{text}', en: 'People cannot be negative: {text}' },
  not_whole: { zh: '人数不是整数：{text}', en: 'People come in whole numbers: {text}' },
  too_many_people: { zh: '人数超过一百万：{text}', en: 'More than a million: {text}' },
  missing_people: { zh: '没有填人数', en: 'No number of people' },
  area_without_row: {
    zh: '表里没有这 {areas} 个区域：{codes}',
    en: 'The table has no row for {areas} areas: {codes}',
  },
  buildings_count: {
    zh: '有数的 {all} 个区域里，{areas} 个有居住建筑，仍按建筑算人：表里的数对它们不起作用',
    en: 'Of {all} areas with a number, {areas} have residential buildings and are still counted by them: there the table changes nothing',
  },
  other_level_counts: {
    zh: '人按居民区算，网格的数只用来核对，不起作用',
    en: 'People are counted by neighbourhood; the numbers of grids are only compared and change nothing',
  },
  sums_differ: {
    zh: '合计 {sum}，另一种划分合计 {other}',
    en: 'The sum is {sum}, that of the other division {other}',
  },
  no_buildings: {
    zh: '没有建筑：写入后人数重新铺满各区域',
    en: 'There are no buildings: people will be spread over their areas again',
  },
  not_a_building: {
    zh: '不是点也不是面（Point、Polygon 或 MultiPolygon）',
    en: 'Neither a point nor a polygon or multipolygon',
  },
  all_buildings_outside: {
    zh: '全部 {buildings} 栋建筑都在街道之外（最近也有 {meters} 米）：多半是坐标系选错了，现为 {crs}',
    en: 'All {buildings} buildings lie outside the subdistrict, the nearest by {meters} m: probably the wrong CRS, now {crs}',
  },
  building_outside: {
    zh: '在街道之外 {meters} 米，不计入',
    en: 'Lies {meters} m outside the subdistrict and is left out',
  },
  nobody_counted: { zh: '没有任何人数，不计入', en: 'Has no number of people and is left out' },
  same_position: {
    zh: '与第 {other} 个建筑位置相同，两者都计入',
    en: 'Stands where feature {other} stands; both are counted',
  },
  area_sum_replaced: {
    zh: '建筑合计 {sum}，该区域登记 {other}：以建筑为准',
    en: 'Its buildings sum up to {sum}, the area itself to {other}: the buildings are used',
  },
  more_findings: { zh: '还有 {count} 条没有逐一列出', en: '{count} more are not listed one by one' },
};
