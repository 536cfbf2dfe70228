/** How files name what an area is told by: properties of a feature, columns of a table. The first that is there counts. */
export const AREA_COLUMNS = {
  code: ['code', '编码', '代码', '编号', '网格编码', '网格编号', '居民区编码', '居委编码'],
  name: ['name', '名称', '网格名称', '居民区名称', '居委名称', '居委会', '网格', '居民区', '居委'],
} as const satisfies Record<string, readonly string[]>;
