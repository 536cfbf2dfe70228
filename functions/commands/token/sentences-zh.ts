/** Every sentence of the command `token` in Chinese; the English ones have the same keys and values. */
export const sentencesZh = {
  usage: () => `npm run token -- --role planner --subdistrict 310105001
  --role ROLE        示例人员的角色；不写就是骑手
  --subdistrict CODE 街道代码；system_admin 不写
  --grids A,B        只限这些网格
  --member CODE      改用已有的人，写他的成员码
  --lang zh|en       提示的语言
令牌写在标准输出：curl -H "authorization: Bearer $(npm run -s token -- --role planner --subdistrict 310105001)" …`,
  onlyLocal: () => '令牌只发给本机的安装：请先在这台机器上运行 npm start。',
  nobody: (member: string) => `没有人的成员码是 ${member}。`,
  badRole: () => '角色、街道或网格写得不对。',
  validUntil: (moment: string) => `有效到 ${moment}`,
};

export type TokenSentences = typeof sentencesZh;
