/** Every sentence of the command `grant` in Chinese; the English ones have the same keys and values. */
export const sentencesZh = {
  usage: () => `npm run grant -- --member 成员码 --role reviewer --subdistrict 310105001
  --member CODE      对方在“我的”页面看到的八位成员码
  --role ROLE        steward、grid_staff、reviewer、planner、subdistrict_admin 或 system_admin
  --subdistrict CODE 街道代码；system_admin 不写
  --grids A,B        只限这些网格；管理员不能只管网格
  --take             收回这个角色
  --reason TEXT      理由，记入变更记录
  --lang zh|en       提示的语言`,
  badOption: (option: string) => `${option} 没有写，或写得不对。`,
  badCombination: (option: string) => `这个角色不能这样写 ${option}。`,
  nobody: (member: string) => `没有人的成员码是 ${member}；请对方先登录一次。`,
  notHeld: (who: string, role: string) => `${who} 没有“${role}”这个角色。`,
  lastAdmin: () => '最后一位管理员不能移除，请先交给别人。',
  overtaken: () => '刚刚有人改过，请再试一次。',
  given: (who: string, role: string, subdistrict?: string, grids?: string[]) =>
    `${who} 现在是${where(subdistrict, grids)}的${role}。`,
  taken: (who: string, role: string, subdistrict?: string) => `${who} 不再是${where(subdistrict)}的${role}。`,
};

const where = (subdistrict = '全部街道', grids?: string[]): string =>
  grids ? `${subdistrict} ${grids.join('、')} ` : subdistrict;

export type GrantSentences = typeof sentencesZh;
