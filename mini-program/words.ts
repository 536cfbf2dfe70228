const zh = {
  appName: '暖新地图',
  homeHint: '附近能歇脚、充电、热饭、喝水的地方',
  openMap: '看地图',
  openMerchant: '我是店主',
  openStaff: '工作人员',
  scan: '扫店里的码',
  scanUnknown: '这不是暖新地图的码',
  me: '我的',
  failed: '现在不行，请稍后再试',
  offline: '没有网络',
  back: '返回',

  signInTitle: '登录网页',
  signInQuestion: (page: string) => `有人请求用您的身份登录${page}。是您本人吗？`,
  signInPages: { merchant: '商户页面', staff: '工作人员页面', planner: '规划页面' },
  signInChoose: '请选网页上显示的数字：',
  signInDeny: '不是我',
  signInApproved: '已登录，请回到网页继续',
  signInDenied: '已拒绝，网页不会登录',
  signInExpired: '这个码已失效，请在网页上换一个再扫',

  phoneTitle: '绑定手机号',
  phoneHint: '只用于审核时联系您，加密保存，不公开。不绑定也可以在网页上手填。',
  phoneAllow: '使用微信手机号',
  phoneRefused: '没有授权。可以返回网页手填号码。',
  phoneDone: (masked: string) => `已绑定 ${masked}`,

  positionTitle: '选店铺位置',
  positionHint: '在地图上把图钉放到店门口。',
  positionChoose: '打开地图选择',
  positionRefused: '没有位置权限。可以返回网页，在地图上直接点。',
  positionDone: '位置已保存，返回网页继续填写',

  subscribeTitle: '审核结果提醒',
  subscribeHint: '每次同意，微信可以通知您一次。不订阅也能在网页的消息里看到。',
  subscribeAllow: '允许通知',
  subscribeNone: '没有订阅。消息仍会在网页里显示。',
  subscribeDone: (count: number) => `已允许 ${count} 种通知`,
  subscribeMissing: '这个小程序还没有配置通知模板',

  meTitle: '我的账号',
  memberCode: (code: string) => `成员码 ${code}`,
  phone: (masked: string) => `手机号 ${masked}`,
  noPhone: '未绑定手机号',
  privacyContract: '隐私保护指引',
  deleteAccount: '注销账号',
  deleteQuestion:
    '称呼、手机号、消息和未公开的照片会被彻底删除，不能恢复；已上图的店由街道接手。确定注销吗？',
  deleteYes: '注销',
  deleteNo: '不注销',
  deleted: '账号已注销',

  privacyTitle: '使用前请知悉',
  privacyText: (name: string) => `使用这项功能前，请阅读并同意${name}。不同意也可以继续看地图。`,
  privacyAgree: '同意',
  privacyRefuse: '不同意',
};

export type ShellWords = typeof zh;

const en: ShellWords = {
  appName: 'Warm Map',
  homeHint: 'Places nearby to rest, charge, warm a meal and drink water',
  openMap: 'Open the map',
  openMerchant: 'I run a shop',
  openStaff: 'Street staff',
  scan: 'Scan a shop’s code',
  scanUnknown: 'This is not a code of this map',
  me: 'Me',
  failed: 'Not possible right now; try again later',
  offline: 'No network',
  back: 'Back',

  signInTitle: 'Web sign-in',
  signInQuestion: (page) => `Somebody wants to sign in to ${page} as you. Is it you?`,
  signInPages: { merchant: 'the shop page', staff: 'the staff page', planner: 'the planning page' },
  signInChoose: 'Choose the number that the page shows:',
  signInDeny: 'It is not me',
  signInApproved: 'Signed in. Go on at the page.',
  signInDenied: 'Refused. The page will not sign in.',
  signInExpired: 'This code has expired; show a new one on the page and scan it',

  phoneTitle: 'Telephone number',
  phoneHint:
    'Only to reach you during the review: encrypted, never public. You may also type it on the page.',
  phoneAllow: 'Use my WeChat number',
  phoneRefused: 'Not allowed. You can type a number on the page.',
  phoneDone: (masked) => `Saved ${masked}`,

  positionTitle: 'Where the shop is',
  positionHint: 'Put the pin at the door of the shop.',
  positionChoose: 'Choose on the map',
  positionRefused: 'No permission. You can tap the map on the page instead.',
  positionDone: 'Saved. Go back to the page.',

  subscribeTitle: 'Be told the result',
  subscribeHint: 'Each consent lets WeChat tell you once. Everything also stands in the inbox of the page.',
  subscribeAllow: 'Allow messages',
  subscribeNone: 'None allowed. Messages still appear on the page.',
  subscribeDone: (count) => `${count} kinds allowed`,
  subscribeMissing: 'This mini-program has no message templates yet',

  meTitle: 'My account',
  memberCode: (code) => `Member code ${code}`,
  phone: (masked) => `Telephone ${masked}`,
  noPhone: 'No telephone number',
  privacyContract: 'Privacy notice',
  deleteAccount: 'Delete account',
  deleteQuestion:
    'Name, number, messages and unpublished photos are deleted for good; shops on the map pass to the subdistrict. Delete?',
  deleteYes: 'Delete',
  deleteNo: 'Keep',
  deleted: 'The account is deleted',

  privacyTitle: 'Before you use this',
  privacyText: (name) => `Please read and accept ${name} first. Without it you can still use the map.`,
  privacyAgree: 'Accept',
  privacyRefuse: 'Refuse',
};

/** The sentences of the shell in the language of WeChat. */
export const words: ShellWords = wx.getAppBaseInfo().language?.startsWith('en') ? en : zh;

/** The sentences that are plain text, for templates, which cannot call functions. */
export const plainWords = Object.fromEntries(
  Object.entries(words).filter(([, sentence]) => typeof sentence === 'string'),
) as { [Key in keyof ShellWords as ShellWords[Key] extends string ? Key : never]: string };
