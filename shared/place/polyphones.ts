/**
 * Characters of place names that people read in more than one way, with the readings they type.
 * The reading in context comes from the dictionary; these stand beside it, because a rider may know
 * only the other one (长宁 is Changning, 长者 is zhangzhe; 396弄 is typed "long" as often as "nong").
 */
export const POLYPHONES: Readonly<Record<string, readonly string[]>> = {
  长: ['chang', 'zhang'],
  乐: ['le', 'yue'],
  行: ['hang', 'xing'],
  重: ['chong', 'zhong'],
  厦: ['sha', 'xia'],
  朝: ['chao', 'zhao'],
  都: ['du', 'dou'],
  会: ['hui', 'kuai'],
  曾: ['zeng', 'ceng'],
  单: ['dan', 'shan'],
  弄: ['long', 'nong'],
  莘: ['xin', 'shen'],
  便: ['bian', 'pian'],
  车: ['che', 'ju'],
  泊: ['bo', 'po'],
  堡: ['bao', 'pu'],
  解: ['jie', 'xie'],
  盛: ['sheng', 'cheng'],
  调: ['tiao', 'diao'],
  参: ['can', 'shen'],
  省: ['sheng', 'xing'],
  校: ['xiao', 'jiao'],
  藏: ['cang', 'zang'],
  传: ['chuan', 'zhuan'],
  粥: ['zhou', 'yu'],
  绿: ['lv', 'lu'],
  女: ['nv', 'nu'],
};
